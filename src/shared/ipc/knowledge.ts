import { z } from 'zod'
import type { Page } from '../history'
import type { Embedder, KnowledgeFile, KnowledgeFolder, KnowledgeStatus, SentText, SentTotals } from '../knowledge/passages'
import { EmbedderSchema } from '../settings/knowledge'
import { type Answered, channel, type Unsubscribe } from './channel'

const Id = z.string().min(1).max(128)
const Limit = z.number().int().min(1).max(500)

/** What is read, and what is asked of it. No page names a path. */
export const KnowledgeAsks = {
  'knowledge:get': channel(z.tuple([]), 'settings'),
  /** Main asks which, by the system's dialog. */
  'knowledge:add-folder': channel(z.tuple([]), 'settings'),
  'knowledge:remove-folder': channel(z.tuple([Id]), 'settings'),
  'knowledge:put-back-folder': channel(z.tuple([Id]), 'settings'),
  'knowledge:pause': channel(z.tuple([z.boolean()]), 'settings'),
  'knowledge:unread': channel(z.tuple([Id, z.string().max(4_096).nullable(), Limit]), 'settings'),
  /** With a key for its origin; null: with the one that is kept for it, if there is one. Main names the place and what it costs, and asks. */
  'knowledge:use-embedder': channel(z.tuple([EmbedderSchema, z.string().min(1).max(8_192).nullable()]), 'settings'),
  'knowledge:drop-embedder': channel(z.tuple([]), 'settings'),
  /** By the call that gave it to the model. `conversation` null: the one in the panel. */
  'knowledge:open-passage': channel(z.tuple([Id.nullable(), Id, z.string().max(8)]), 'panel', 'history'),
  /** What left this computer to be made vectors, newest first. */
  'knowledge:sent': channel(z.tuple([z.number().finite().nullable(), Limit]), 'history'),
} as const

export interface KnowledgeState {
  readonly folders: readonly KnowledgeFolder[]
  /** Taken out last, and not yet put back; null: none. */
  readonly removed: KnowledgeFolder | null
  /** Null: nothing is known yet. */
  readonly status: KnowledgeStatus | null
  readonly paused: boolean
  /** Null: words only. */
  readonly embedder: Embedder | null
  readonly hasSecret: boolean
  /** Why what was asked for was not done, as a sentence; null: it was. */
  readonly refusal: string | null
}

/** `gone`: it is not there any more, or not in a folder that is chosen. */
export type PassageOpening = 'opened' | 'gone' | 'failed'

export interface KnowledgeAnswers {
  'knowledge:get': KnowledgeState
  'knowledge:add-folder': KnowledgeState
  'knowledge:remove-folder': KnowledgeState
  'knowledge:put-back-folder': KnowledgeState
  'knowledge:pause': KnowledgeState
  'knowledge:unread': Page<KnowledgeFile>
  'knowledge:use-embedder': KnowledgeState
  'knowledge:drop-embedder': KnowledgeState
  'knowledge:open-passage': PassageOpening
  'knowledge:sent': Page<SentText> & { readonly totals: SentTotals }
}

export interface KnowledgePushes {
  'knowledge:status': KnowledgeStatus
}

export interface KnowledgeApi {
  knowledge(): Answered<KnowledgeState>
  addKnowledgeFolder(): Answered<KnowledgeState>
  removeKnowledgeFolder(folder: string): Answered<KnowledgeState>
  putBackKnowledgeFolder(folder: string): Answered<KnowledgeState>
  pauseReading(on: boolean): Answered<KnowledgeState>
  unreadFiles(folder: string, after: string | null, limit: number): Answered<Page<KnowledgeFile>>
  useEmbedder(embedder: Embedder, secret: string | null): Answered<KnowledgeState>
  dropEmbedder(): Answered<KnowledgeState>
  onKnowledge(listener: (status: KnowledgeStatus) => void): Unsubscribe
}

export interface PassageApi {
  openPassage(conversation: string | null, call: string, cite: string): Answered<PassageOpening>
}

export interface SentTextApi {
  sentText(before: number | null, limit: number): Answered<KnowledgeAnswers['knowledge:sent']>
}
