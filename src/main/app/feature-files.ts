import type { Words } from '../../shared/words/words'

/** `extension`: without the dot. */
export interface FileKind {
  readonly title: Words
  readonly extension: string
}

/** Where files come from and go to: the system asks the person, in a dialog that main draws. Null: the person chose none. */
export interface FileChooser {
  readonly saveAs: (name: Words, what: FileKind) => Promise<string | null>
  readonly open: (what: FileKind) => Promise<string | null>
  readonly folder: (title: Words) => Promise<string | null>
}
