import type { KnowledgeState } from '../../../shared/ipc/knowledge'
import type { EmbeddingProgress, KnowledgeFileState, KnowledgeFolderState, SentText, UnreadReason } from '../../../shared/knowledge/passages'
import { count, grouped, humanBytes } from '../../../shared/text/amount-words'

const REASONS: Readonly<Record<UnreadReason, string>> = {
  kind: 'Parley cannot read this kind of file',
  'too-large': 'It is larger than 50 MB',
  'unpacks-too-large': 'It is small, but unpacks to more than Parley takes',
  'too-long': 'It has more text or pages than Parley reads',
  'too-slow': 'Reading it took too long',
  'out-of-memory': 'Reading it needed too much memory',
  'no-text': 'There is no text in it, only pictures of pages',
  locked: 'It is locked with a password',
  damaged: 'It is damaged, or not what its name says',
  'not-here': 'It lies in a cloud and would have to be fetched first',
  'not-allowed': 'The system does not let Parley open it',
  'leads-out': 'It leads to a place outside of the folder',
  secret: 'It looks like a key or a password file; those are never read',
  changing: 'It changed while it was read; it is read again soon',
}

/** Why a file, or its end, was not read. */
export function unreadWords(state: KnowledgeFileState): string {
  if (state.kind === 'unread') return `${REASONS[state.reason]}.`
  return state.kind === 'partly' ? `Only its beginning was read: ${REASONS[state.reason].replace(/^It /u, 'it ').replace(/^(There|Reading|Parley)/u, (word) => (word === 'Parley' ? word : word.toLowerCase()))}.` : ''
}

/** "Reading 12 of 340", "340 files" */
export function folderWords(state: KnowledgeFolderState | undefined, paused: boolean): string {
  if (state === undefined) return 'Not looked at yet'
  const files = state.files - state.otherKinds
  if (state.state === 'missing') return 'This folder is not there now; perhaps its disk is not plugged in. What was read of it is kept.'
  if (state.state === 'looking' && files === 0) return paused ? 'Paused' : 'Looking for files'
  if (state.waiting === 0) return files === 0 ? 'No files that Parley can read' : count(files, 'file')
  const done = `${grouped(files - state.waiting)} of ${grouped(files)}`
  return paused ? `Paused at ${done}` : `Reading ${done}`
}

export const unreadCount = (unread: number): string => (unread === 1 ? '1 file could not be read' : `${grouped(unread)} files could not be read`)

export const otherKindsWords = (amount: number): string => `${count(amount, 'other file')}, such as pictures and programs, ${amount === 1 ? 'is' : 'are'} passed over.`

export function vectorWords({ done, total, trouble, meanwhile }: EmbeddingProgress): string {
  const before = meanwhile === null ? '' : ` Until all are done, those that ${meanwhile} made are searched.`
  if (trouble !== null) return `${trouble}${before}`
  return done >= total ? 'All passages can be found by meaning, too.' : `${grouped(done)} of ${grouped(total)} passages can be found by meaning so far.${before}`
}

/** How passages are found now. */
export function searchWords({ embedder, status }: KnowledgeState): string {
  if (embedder === null) return 'Passages are found by their words alone, on this computer. Those of an answer go to the voice server with your question.'
  const progress = status?.embedding ?? null
  const far = progress === null ? '' : ` ${vectorWords(progress)}`
  return `Passages are found by words and by meaning. Their text, and what you ask about them, goes to ${new URL(embedder.url).host}.${far}`
}

export const diskWords = (bytes: number): string => `The index takes ${humanBytes(bytes)} on this computer.`

export const removedFolderWords = (name: string): string => `“${name}” was taken out. What was read from it is deleted; your files were not touched.`

export const backFolderWords = (name: string): string => `“${name}” is in the list again, and is read anew.`

/** How much a server would be sent; main says what it costs before anything is. */
export const amountWords = (characters: number): string => `Your folders hold ${grouped(characters)} characters of text so far. What it costs to send them is shown before anything is sent.`

/** "A question", "Passages of 3 files" */
export const sentWords = ({ kind, files }: Pick<SentText, 'kind' | 'files'>): string => (kind === 'question' ? 'A question' : files === 0 ? 'Passages of files' : `Passages of ${count(files, 'file')}`)
