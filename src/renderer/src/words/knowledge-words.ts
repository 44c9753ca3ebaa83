import type { KnowledgeState } from '../../../shared/ipc/knowledge'
import type { EmbeddingProgress, KnowledgeFileState, KnowledgeFolderState, SentText, UnreadReason } from '../../../shared/knowledge/passages'
import { humanBytes } from '../../../shared/text/amount-words'
import type { Key } from '../../../shared/words/keys'
import { say } from '../../../shared/words/say'

const REASONS = {
  kind: 'knowledge.reasonKind',
  'too-large': 'knowledge.reasonTooLarge',
  'unpacks-too-large': 'knowledge.reasonUnpacksTooLarge',
  'too-long': 'knowledge.reasonTooLong',
  'too-slow': 'knowledge.reasonTooSlow',
  'out-of-memory': 'knowledge.reasonOutOfMemory',
  'no-text': 'knowledge.reasonNoText',
  locked: 'knowledge.reasonLocked',
  damaged: 'knowledge.reasonDamaged',
  'not-here': 'knowledge.reasonNotHere',
  'not-allowed': 'knowledge.reasonNotAllowed',
  'leads-out': 'knowledge.reasonLeadsOut',
  secret: 'knowledge.reasonSecret',
  changing: 'knowledge.reasonChanging',
} as const satisfies Readonly<Record<UnreadReason, Key>>

/** Why a file, or its end, was not read. */
export function unreadWords(state: KnowledgeFileState): string {
  if (state.kind === 'unread') return say(REASONS[state.reason])
  return state.kind === 'partly' ? say('knowledge.partly', { reason: say(REASONS[state.reason]) }) : ''
}

/** "Reading 12 of 340", "340 files" */
export function folderWords(state: KnowledgeFolderState | undefined, paused: boolean): string {
  if (state === undefined) return say('knowledge.stateUnknown')
  const files = state.files - state.otherKinds
  if (state.state === 'missing') return say('knowledge.stateMissing')
  if (state.state === 'looking' && files === 0) return say(paused ? 'knowledge.statePaused' : 'knowledge.stateLooking')
  if (state.waiting === 0) return files === 0 ? say('knowledge.stateEmpty') : say('knowledge.stateFiles', { files })
  return say(paused ? 'knowledge.statePausedAt' : 'knowledge.stateReading', { done: files - state.waiting, files })
}

export const unreadCount = (files: number): string => say('knowledge.unread', { files })

export const otherKindsWords = (files: number): string => say('knowledge.otherKinds', { files })

export function vectorWords({ done, total, trouble, meanwhile }: EmbeddingProgress): string {
  if (trouble === null && done >= total) return say('knowledge.vectorsDone')
  const first = trouble ?? say('knowledge.vectorsSome', { done, total })
  return meanwhile === null ? first : say('common.two-sentences', { first, second: say('knowledge.vectorsMeanwhile', { server: meanwhile }) })
}

/** How passages are found now. */
export function searchWords({ embedder, status }: KnowledgeState): string {
  if (embedder === null) return say('knowledge.byWords')
  const progress = status?.embedding ?? null
  const first = say('knowledge.byMeaning', { host: new URL(embedder.url).host })
  return progress === null ? first : say('common.two-sentences', { first, second: vectorWords(progress) })
}

export const diskWords = (bytes: number): string => say('knowledge.disk', { size: humanBytes(bytes) })

export const removedFolderWords = (folder: string): string => say('knowledge.removed', { folder })

export const backFolderWords = (folder: string): string => say('knowledge.back', { folder })

/** How much a server would be sent; main says what it costs before anything is. */
export const amountWords = (characters: number): string => say('knowledge.amount', { characters })

/** "Question", "Passages from 3 files" */
export function sentWords({ kind, files }: Pick<SentText, 'kind' | 'files'>): string {
  if (kind === 'question') return say('knowledge.sentQuestion')
  return files === 0 ? say('knowledge.sentPassages') : say('knowledge.sentPassagesOf', { files })
}
