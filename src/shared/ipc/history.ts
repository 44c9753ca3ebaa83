import { z } from 'zod'
import type {
  ConversationSummary,
  Draft,
  HistoryStats,
  JobOutcome,
  JobProgress,
  LedgerEntry,
  LedgerTotals,
  Page,
  RemovedEverything,
  SearchHit,
  StoredItem,
} from '../history'
import type { TextPart } from '../conversation'
import type { ConversationId } from '../ids'
import type { Settings } from '../settings'
import { HistoryPatchSchema } from '../settings'
import { MAX_SEARCH_CHARS, MAX_TITLE_CHARS } from '../text/typed-text'
import { channel } from './channel'

const Id = z.string().min(1).max(128)
const Time = z.number().finite()
const Limit = z.number().int().min(1).max(500)

const PlayableSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('draft'), draft: Id }),
  z.object({ kind: z.literal('item'), conversation: Id, item: Id }),
])

/** What the history page may ask for. The panel may ask for none of it. */
export const HistoryAsks = {
  'history:overview': channel(z.tuple([]), 'history'),
  'history:list': channel(z.tuple([z.object({ pinned: z.boolean(), updatedAt: Time, id: Id }).nullable(), Limit]), 'history'),
  'history:summary': channel(z.tuple([Id]), 'history'),
  'history:items': channel(z.tuple([Id, Time.nullable(), Limit]), 'history'),
  'history:item-text': channel(z.tuple([Id, Id, z.number().int().min(0)]), 'history'),
  'history:search': channel(z.tuple([z.string().max(MAX_SEARCH_CHARS), Limit]), 'history'),
  'history:rename': channel(z.tuple([Id, z.string().trim().max(MAX_TITLE_CHARS)]), 'history'),
  'history:pin': channel(z.tuple([Id, z.boolean()]), 'history'),
  'history:remove': channel(z.tuple([z.array(Id).min(1).max(10_000)]), 'history'),
  'history:restore': channel(z.tuple([z.array(Id).min(1).max(10_000)]), 'history'),
  'history:remove-item': channel(z.tuple([Id, Id]), 'history'),
  'history:restore-item': channel(z.tuple([Id, Id]), 'history'),
  'history:purge': channel(z.tuple([]), 'history'),
  /** The talk goes on in the panel, which comes to the front. */
  'history:continue': channel(z.tuple([Id]), 'history'),
  'history:drafts': channel(z.tuple([]), 'history'),
  'history:send-draft': channel(z.tuple([Id]), 'history'),
  'history:remove-draft': channel(z.tuple([Id]), 'history'),
  'history:play': channel(z.tuple([PlayableSchema]), 'history'),
  'history:stop-playing': channel(z.tuple([]), 'history'),
  'history:ledger': channel(z.tuple([Time.nullable(), Limit, z.boolean()]), 'history'),
  'history:export-ledger': channel(z.tuple([]), 'history'),
  /** `conversations` null: all. Main asks where to. */
  'history:export': channel(z.tuple([z.enum(['markdown', 'json', 'text']), z.array(Id).min(1).max(10_000).nullable()]), 'history'),
  'history:import': channel(z.tuple([]), 'history'),
  'history:cancel-job': channel(z.tuple([]), 'history'),
  'history:keep': channel(z.tuple([HistoryPatchSchema]), 'history'),
  'history:remove-everything': channel(z.tuple([]), 'history', 'settings'),
} as const

/** What the page needs when it opens. `current`: the conversation that is being held now. */
export interface HistoryOverview {
  readonly stats: HistoryStats
  readonly ledger: LedgerTotals
  readonly current: ConversationId | null
  readonly endpointName: string
  readonly keeping: Pick<Settings, 'keeping' | 'keepAudio' | 'audioLimitMb'>
  /** How wide the person has made the list, in px at 100 %. */
  readonly listPx: number
  /** Settings → "Delete everything" and the like are on the page only. Where the files are, for people who want to know. */
  readonly folder: string
}

/** A row with its place in the conversation. */
export interface PlacedItem {
  readonly position: number
  readonly item: StoredItem
}

export interface HistoryAnswers {
  'history:overview': HistoryOverview
  'history:list': Page<ConversationSummary>
  'history:summary': ConversationSummary | null
  'history:items': Page<PlacedItem>
  /** Null: the message is not there any more. */
  'history:item-text': TextPart | null
  'history:search': readonly SearchHit[]
  'history:rename': null
  'history:pin': null
  'history:remove': null
  'history:restore': null
  'history:remove-item': null
  'history:restore-item': null
  'history:purge': null
  'history:continue': null
  'history:drafts': readonly Draft[]
  'history:send-draft': null
  'history:remove-draft': null
  'history:play': null
  'history:stop-playing': null
  'history:ledger': Page<LedgerEntry>
  /** Null: the person chose no file. */
  'history:export-ledger': { readonly path: string; readonly segments: number } | null
  'history:export': (JobOutcome & { readonly path: string }) | null
  'history:import': JobOutcome | null
  'history:cancel-job': null
  'history:keep': Settings
  /** Null: the person said no to main. */
  'history:remove-everything': RemovedEverything | null
}

/** Something is different now: pages ask again for what they show. `conversation` null: anything may be. */
export interface HistoryChange {
  readonly conversation: ConversationId | null
  readonly what: 'items' | 'list' | 'drafts' | 'ledger' | 'actions' | 'facts' | 'all'
}

/** The one running export or import; null when there is none. */
export type JobView = (JobProgress & { readonly kind: 'export' | 'import' }) | null

/** The draft or item that is being played; null: silence. */
export type PlayingView = string | null

export interface HistoryPushes {
  'history:changed': HistoryChange
  'history:job': JobView
  'history:playing': PlayingView
}
