import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import type { KnowledgeFound, KnowledgeStatus } from '../../../shared/knowledge/passages'
import type { EmbedderAccess, KnowledgeIndex, KnowledgeQuestion } from '../core/ports'

type Asked = Omit<KnowledgeIndex, 'setEmbedder' | 'work' | 'search' | 'hold' | 'close'>

/** Every call of the port as the work it stands for: arguments in, value out, failures thrown. */
export type Work = {
  /** With the access each time: a worker that was started anew knows no key. */
  readonly work: (access: EmbedderAccess | null) => KnowledgeStatus
  readonly search: (question: KnowledgeQuestion, access: EmbedderAccess | null) => KnowledgeFound
} & {
  readonly [Name in keyof Asked]: (...args: Parameters<Asked[Name]>) => Awaited<ReturnType<Asked[Name]>> extends Result<infer Value, AppError> ? Value : never
}

export type WorkName = keyof Work
export type WorkValue<Name extends WorkName> = ReturnType<Work[Name]>

/** What the worker is started with. */
export interface KnowledgeWorkerStart {
  /** Where the index lies. */
  readonly folder: string
  /** The address of the module that takes files apart, in a thread of its own. */
  readonly reader: string
  /** Parley's own folders, of which nothing is read whatever is chosen. */
  readonly own: readonly string[]
  /** One number, shared by all threads: not 0 while everything stands still. */
  readonly gate: SharedArrayBuffer
  /** Left out but for tests: when a reader is ended. */
  readonly hardMs?: number | undefined
}
