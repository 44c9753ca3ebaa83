/** Of a folder, by an id of ours: it stays when the folder is moved by hand and chosen anew. */
export type KnowledgeFolderId = string

/** A folder the person chose in the system's dialog. Pages may show its path; they never name it. */
export interface KnowledgeFolder {
  readonly id: KnowledgeFolderId
  /** Its last part, as people call it. */
  readonly name: string
  readonly path: string
}

/**
 * Why a file, or the rest of it, was not read.
 * - `kind`: no reader for it (pictures, programs).
 * - `too-large`: over 50 MB. `unpacks-too-large`: small, but it unpacks to more than it may. `too-long`: text over 5 MB, or too many pages.
 * - `too-slow`: its reader did not end in time. `out-of-memory`: its reader asked for more than it gets.
 * - `no-text`: pages without a word, as scans are. `locked`: it wants a password. `damaged`: no file of its kind.
 * - `not-here`: it lies in a cloud and would have to be fetched. `not-allowed`: the system does not let us. `leads-out`: a link to elsewhere.
 * - `secret`: keys and wallets are never read. `changing`: it changed while it was read, and is read again later.
 */
export const UNREAD_REASONS = [
  'kind', 'too-large', 'unpacks-too-large', 'too-long', 'too-slow', 'out-of-memory', 'no-text', 'locked', 'damaged', 'not-here', 'not-allowed', 'leads-out', 'secret', 'changing',
] as const
export type UnreadReason = (typeof UNREAD_REASONS)[number]

/** `partly`: its beginning can be found, for that reason not the rest. */
export type KnowledgeFileState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'read' }
  | { readonly kind: 'partly'; readonly reason: UnreadReason }
  | { readonly kind: 'unread'; readonly reason: UnreadReason }

export interface KnowledgeFile {
  readonly folder: KnowledgeFolderId
  /** Inside the folder, parts divided by `/`. */
  readonly path: string
  readonly bytes: number
  readonly state: KnowledgeFileState
}

/** `missing`: it is not there, or may not be listed; what was read of it is kept until it is back or taken out of the list. */
export interface KnowledgeFolderState {
  readonly folder: KnowledgeFolderId
  readonly state: 'looking' | 'reading' | 'current' | 'missing'
  readonly files: number
  readonly waiting: number
  /** Not read at all, or only partly, though there is a reader for their kind. */
  readonly unread: number
  /** Of kinds that nothing reads, such as pictures. */
  readonly otherKinds: number
}

/** How far vectors are. Null: words only, because no server for them was chosen. */
export interface EmbeddingProgress {
  /** Chunks of text. */
  readonly done: number
  readonly total: number
  /** Characters that are still to be sent. */
  readonly charactersLeft: number
  /** One plain sentence: why it does not go on; null: it does. */
  readonly trouble: string | null
  /** The model whose vectors are searched until all are made, where another one of the same server was chosen; null: none is. */
  readonly meanwhile: string | null
}

/** `rebuilt`: the index was damaged; it was thrown away and is made anew. */
export interface KnowledgeStatus {
  readonly folders: readonly KnowledgeFolderState[]
  /** What is being read now: the name of the file; null: nothing. */
  readonly now: string | null
  readonly embedding: EmbeddingProgress | null
  /** Of all that was read: what embedding it would cost is told by it. */
  readonly characters: number
  readonly bytesOnDisk: number
  readonly rebuilt: boolean
  /** There is nothing to do until something changes. */
  readonly idle: boolean
  /** When to try again what did not work; null: nothing waits for that. */
  readonly retryInMs: number | null
}

/** Which of the two was used: words alone, or words and vectors. */
export type SearchMode = 'words' | 'both'

/** A place in a file that the model was given. */
export interface KnowledgePassage {
  /** "A1": what the model names it by. The letter is the search, the number its place. */
  readonly cite: string
  readonly folder: KnowledgeFolderId
  /** Inside the folder. */
  readonly path: string
  /** Its last part, which is what is said. */
  readonly file: string
  /** From 1; null: the file has no pages. */
  readonly page: number | null
  /** "Contract › Notice"; null: there is none above it. */
  readonly heading: string | null
  readonly text: string
}

/** What is kept of it beside the call: where it stands, not what it says. */
export type GivenPassage = Omit<KnowledgePassage, 'text'>

export interface KnowledgeFound {
  readonly mode: SearchMode
  /** Best first. */
  readonly passages: readonly KnowledgePassage[]
}

/** A server of `/v1/embeddings` the person chose. Its key is kept with the other keys, bound to this origin. */
export interface Embedder {
  /** "https://api.openai.com/v1" */
  readonly url: string
  readonly model: string
  /** Asked for; null: whatever the model has. What comes back is believed. */
  readonly dimensions: number | null
  /** Some models want "query: " and "passage: " before a text. */
  readonly queryPrefix: string
  readonly passagePrefix: string
}

/** What of the text of files, or of a question, left this computer to be made a vector. */
export interface SentText {
  readonly id: string
  readonly at: number
  readonly host: string
  /** UTF-8 bytes of text; prefixes are counted. */
  readonly bytes: number
  /** The same in UTF-16 units. */
  readonly characters: number
  /** Of how many files the passages were; 0: of none, as a question is. */
  readonly files: number
  readonly kind: 'passages' | 'question'
}

export interface SentTotals {
  readonly sendings: number
  readonly bytes: number
  readonly characters: number
}
