import type { FileKind } from '../../core/file-kind'
import type { ReadOutcome } from './read-file'

/** One file to be read. Its bytes are handed over. */
export interface ToReader {
  readonly id: number
  readonly kind: FileKind
  readonly bytes: Uint8Array
}

export interface FromReader {
  readonly id: number
  readonly outcome: ReadOutcome
}

export interface ReaderStart {
  /** Not 0 while everything stands still. */
  readonly gate: SharedArrayBuffer
}
