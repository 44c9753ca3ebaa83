import type { AppError } from '../../../shared/errors/errors'
import type { ExportFormat, JobOutcome } from '../../../shared/history'
import type { ConversationId } from '../../../shared/ids'
import type { Result } from '../../../shared/result'
import type { ActionStore } from '../../tools/core/ports'
import type { KnowledgeRecords } from '../../knowledge/core/records'
import type { FactStore } from '../../memory/core/ports'
import type { ReminderStore } from '../../reminders/core/ports'
import type { HistoryStore } from '../core/ports'

/** Everything that the one database keeps: talks, and what tools did and remember beside them. */
export type Records = HistoryStore & ActionStore & FactStore & ReminderStore & KnowledgeRecords

type Asked = Omit<Records, 'exportTo' | 'importFrom' | 'close'>

/** Every call of the port as the work it stands for: arguments in, value out, failures thrown. */
export type Work = {
  readonly [Name in keyof Asked]: (...args: Parameters<Asked[Name]>) => Awaited<ReturnType<Asked[Name]>> extends Result<infer Value, AppError> ? Value : never
} & {
  readonly exportTo: (path: string, format: ExportFormat, conversations: readonly ConversationId[] | null) => JobOutcome
  readonly importFrom: (path: string) => JobOutcome
}

export type WorkName = keyof Work
export type WorkValue<Name extends WorkName> = ReturnType<Work[Name]>

/** What the worker is started with. */
export interface HistoryWorkerStart {
  readonly folder: string
}
