import type { AppError } from '../../../shared/errors/errors'
import type { Page } from '../../../shared/history'
import type { Embedder, KnowledgeFile, KnowledgeFolder, KnowledgeFound, KnowledgeStatus, SentText } from '../../../shared/knowledge/passages'
import type { Result } from '../../../shared/result'

type Answer<T> = Promise<Result<T, AppError>>

/** A server for vectors with what it is asked with. `secret` is for the origin of `url` and no other; null: none is sent. */
export interface EmbedderAccess extends Embedder {
  readonly secret: string | null
}

export interface KnowledgeQuestion {
  readonly text: string
  /** Only in files whose name has these words; null: in all. */
  readonly file: string | null
  /** The letter of its passages. */
  readonly letter: string
  /** Nothing of it stays: no vector of it is kept for the next time. */
  readonly private: boolean
}

/** Text around a passage. `before` and `after`: there is more. */
export interface KnowledgeText {
  readonly text: string
  readonly page: number | null
  readonly heading: string | null
  readonly before: boolean
  readonly after: boolean
}

/** Where a passage stands: asked for by what was given to the model. */
export interface PassagePlace {
  readonly folder: string
  readonly path: string
  readonly text: string
}

/** The index of all folders. Calls are carried out in the order they are made; those that take long let others in between. */
export interface KnowledgeIndex {
  /** Which folders there are; what is not among them any more is taken out of the index. */
  setFolders(folders: readonly KnowledgeFolder[]): Answer<null>
  /** Where vectors come from, from the next call on; null: words only. */
  setEmbedder(access: EmbedderAccess | null): void
  /** Something was changed there, by paths inside of it; null: anything may have been. */
  changed(folder: string, paths: readonly string[] | null): Answer<null>
  /**
   * Does the next piece of work: looks through a folder, reads a file, has some text embedded. Asked again until it says that it is idle, and
   * not while a turn runs.
   */
  work(): Answer<KnowledgeStatus>
  /** True: whatever reads stands still until it is false again. Holds at once, without a message. */
  hold(on: boolean): void
  /** In the order of their paths; `after` is the last path of the page before. */
  files(folder: string, only: 'all' | 'unread', after: string | null, limit: number): Answer<Page<KnowledgeFile>>
  search(question: KnowledgeQuestion): Answer<KnowledgeFound>
  /** Null: the file has changed, and the passage is not in it any more. */
  around(place: PassagePlace, which: 'here' | 'before' | 'after'): Answer<KnowledgeText | null>
  /** The absolute path, checked now: inside its folder, no link out. Null: it is not there any more. */
  locate(folder: string, path: string): Answer<string | null>
  /** What left for embedding and was not taken up yet by whoever keeps the account. */
  sent(): Answer<readonly SentText[]>
  forgetSent(ids: readonly string[]): Answer<null>
  /** The index of all folders, and its files; the folders are left to whoever keeps them. */
  removeEverything(): Answer<null>
  close(): Promise<void>
}

/** Tells what changes on the disk while Parley runs. */
export interface FolderWatch {
  /** Paths inside of the folder, gathered for a moment; null: anything may have changed, or it cannot be watched here. Returns how to stop. */
  watch(folder: KnowledgeFolder, changed: (paths: readonly string[] | null) => void): () => void
}
