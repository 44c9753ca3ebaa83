import type { KnowledgeState } from '../../../shared/ipc/knowledge'
import type { EmbeddingProgress, KnowledgeFileState, KnowledgeFolderState, SentText } from '../../../shared/knowledge/passages'
import { humanBytes } from '../../../shared/text/amount-words'
import { say } from '../../../shared/words/say'

/** Why a file, or its end, was not read. */
export function unreadWords(state: KnowledgeFileState): string {
  if (state.kind === 'unread') return say(`knowledge.reason-${state.reason}`)
  return state.kind === 'partly' ? say('knowledge.partly', { reason: say(`knowledge.reason-${state.reason}`) }) : ''
}

/** "Reading 12 of 340", "340 files" */
export function folderWords(state: KnowledgeFolderState | undefined, paused: boolean): string {
  if (state === undefined) return say('knowledge.state-unknown')
  const files = state.files - state.otherKinds
  if (state.state === 'missing') return say('knowledge.state-missing')
  if (state.state === 'looking' && files === 0) return say(paused ? 'knowledge.state-paused' : 'knowledge.state-looking')
  if (state.waiting === 0) return files === 0 ? say('knowledge.state-empty') : say('knowledge.state-files', { files })
  return say(paused ? 'knowledge.state-paused-at' : 'knowledge.state-reading', { done: files - state.waiting, files })
}

export const unreadCount = (files: number): string => say('knowledge.unread', { files })

export const otherKindsWords = (files: number): string => say('knowledge.other-kinds', { files })

export function vectorWords({ done, total, trouble, meanwhile }: EmbeddingProgress): string {
  if (trouble === null && done >= total) return say('knowledge.vectors-done')
  const first = trouble ?? say('knowledge.vectors-some', { done, total })
  return meanwhile === null ? first : say('common.two-sentences', { first, second: say('knowledge.vectors-meanwhile', { server: meanwhile }) })
}

/** How passages are found now. */
export function searchWords({ embedder, status }: KnowledgeState): string {
  if (embedder === null) return say('knowledge.by-words')
  const progress = status?.embedding ?? null
  const first = say('knowledge.by-meaning', { host: new URL(embedder.url).host })
  return progress === null ? first : say('common.two-sentences', { first, second: vectorWords(progress) })
}

export const diskWords = (bytes: number): string => say('knowledge.disk', { size: humanBytes(bytes) })

export const removedFolderWords = (folder: string): string => say('knowledge.removed', { folder })

export const backFolderWords = (folder: string): string => say('knowledge.back', { folder })

/** How much a server would be sent; main says what it costs before anything is. */
export const amountWords = (characters: number): string => say('knowledge.amount', { characters })

/** "Question", "Passages from 3 files" */
export function sentWords({ kind, files }: Pick<SentText, 'kind' | 'files'>): string {
  if (kind === 'question') return say('knowledge.sent-question')
  return files === 0 ? say('knowledge.sent-passages') : say('knowledge.sent-passages-of', { files })
}
