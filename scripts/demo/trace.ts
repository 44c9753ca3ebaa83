import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One moment of the talk loop; `at` in ms of the app's monotonic clock. */
export interface Mark {
  readonly at: number
  readonly name: string
  readonly [field: string]: unknown
}

/** One event between app and server, without its audio. */
export interface WireLine {
  readonly at: number
  readonly from: 'client' | 'server'
  readonly event: WireEvent
}

export interface WireEvent {
  readonly type: string
  readonly [field: string]: unknown
}

/** What the app's diagnostic trace tells (`--trace-dir`), oldest first. */
export interface Trace {
  readonly marks: readonly Mark[]
  readonly wire: readonly WireLine[]
}

/** For what servers send, too. */
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const isMark = (value: unknown): value is Mark => isFields(value) && typeof value['at'] === 'number' && typeof value['name'] === 'string'

const isWireLine = (value: unknown): value is WireLine =>
  isFields(value) &&
  typeof value['at'] === 'number' &&
  (value['from'] === 'client' || value['from'] === 'server') &&
  isFields(value['event']) &&
  typeof value['event']['type'] === 'string'

export const readTrace = (folder: string): Trace => ({
  marks: wholeLines(textOf(join(folder, 'marks.jsonl'))).filter(isMark),
  wire: wholeLines(textOf(join(folder, 'wire.jsonl'))).filter(isWireLine),
})

/** Parses JSON lines. The last one may still be on its way, and is left out then. */
export function wholeLines(text: string): unknown[] {
  const lines = text.slice(0, text.lastIndexOf('\n') + 1).split('\n')
  return lines.filter((line) => line !== '').map((line): unknown => JSON.parse(line))
}

/** The app writes its first line when it likes. */
function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

export const numberIn = (fields: Readonly<Record<string, unknown>> | undefined, name: string): number | null => {
  const value = fields?.[name]
  return typeof value === 'number' ? value : null
}

export const textIn = (fields: Readonly<Record<string, unknown>>, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value : ''
}
