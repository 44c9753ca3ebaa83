import type { AppError } from '../../../shared/errors/errors'
import type { ExportFormat, JobOutcome, JobProgress } from '../../../shared/history'
import type { ConversationId } from '../../../shared/ids'
import type { Result } from '../../../shared/result'
import type { HistoryStore } from '../ports'

/** What main and the history worker say to each other. Both are built from the same sources: nothing is checked twice. */

type Asked = Omit<HistoryStore, 'exportTo' | 'importFrom' | 'close'>

/** Every call of the port as the work it stands for: arguments in, value out, failures thrown. */
export type Work = {
  readonly [Name in keyof Asked]: (...args: Parameters<Asked[Name]>) => Awaited<ReturnType<Asked[Name]>> extends Result<infer Value, AppError> ? Value : never
} & {
  readonly exportTo: (path: string, format: ExportFormat, conversations: readonly ConversationId[] | null) => JobOutcome
  readonly importFrom: (path: string) => JobOutcome
  readonly close: () => null
}

export type WorkName = keyof Work
export type WorkValue<Name extends WorkName> = ReturnType<Work[Name]>

export interface HistoryWorkerData {
  readonly folder: string
}

/** `at`: the wall clock when the call was made. */
export interface Request {
  readonly kind: 'request'
  readonly id: number
  readonly name: WorkName
  readonly args: readonly unknown[]
  readonly at: number
}

export type ToWorker = Request | { readonly kind: 'cancel'; readonly id: number }

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown, AppError> }
  | { readonly kind: 'progress'; readonly id: number; readonly now: JobProgress }
