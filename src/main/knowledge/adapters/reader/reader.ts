import type { Document } from '../../core/document'

/** How long a reader has, and when it is to stand still. */
export interface Pace {
  /** Asked between pages and parts: returns when nothing is held. */
  wait(): void
  /** The time for this file is over: end with what there is. */
  readonly late: boolean
}

/** Takes one kind of file apart. Throws `Unread`; whatever else it throws means that the file is damaged. */
export type Reader = (bytes: Uint8Array, pace: Pace) => Promise<Document> | Document
