import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { KnowledgeIndex } from '../core/ports'

type Asked = Omit<KnowledgeIndex, 'cancelWork' | 'hold' | 'close'>

/** Every call of the port as the work it stands for: arguments in, value out, failures thrown. */
export type Work = {
  readonly [Name in keyof Asked]: (...args: Parameters<Asked[Name]>) => Awaited<ReturnType<Asked[Name]>> extends Result<infer Value, AppError> ? Value : never
}

export type WorkName = keyof Work
export type WorkValue<Name extends WorkName> = ReturnType<Work[Name]>

/** What the worker is started with. */
export interface KnowledgeWorkerStart {
  /** Where the index lies. */
  readonly folder: string
  /** The module that takes files apart, in a thread of its own. */
  readonly reader: URL
  /** Parley's own folders, of which nothing is read whatever is chosen. */
  readonly own: readonly string[]
  /** One number, shared by all threads: not 0 while everything stands still. */
  readonly gate: SharedArrayBuffer
}
