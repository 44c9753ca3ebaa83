import type { ExportFormat } from '../../../shared/history'
import { jsonLayout } from './export-json'
import type { Layout } from './export-layout'
import { markdownLayout } from './export-markdown'
import { textLayout } from './export-text'

export const LAYOUTS: Readonly<Record<ExportFormat, Layout>> = { json: jsonLayout, markdown: markdownLayout, text: textLayout }
