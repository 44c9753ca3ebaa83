import type { UnreadReason } from '../../../shared/knowledge/passages'

/** What stands between two headings or page breaks: paragraphs divided by an empty line. */
export interface Section {
  readonly text: string
  /** From the outermost heading inwards. */
  readonly headings: readonly string[]
  readonly page: number | null
}

/** `partly`: why the rest is missing; null: this is all of it. */
export interface Document {
  readonly sections: readonly Section[]
  readonly partly: UnreadReason | null
}

/** A piece of a text as it is found and cited. */
export interface Chunk {
  readonly body: string
  readonly heading: string | null
  readonly page: number | null
  /** So many characters at its beginning are the end of the one before. */
  readonly overlap: number
}
