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
import { KeepingSchema } from '../settings'
import { MAX_SEARCH_CHARS, MAX_TITLE_CHARS } from '../typed-text'

const Id = z.string().min(1).max(128)
const Time = z.number().finite()
const Limit = z.number().int().min(1).max(500)

/** What the history page may ask for: channel → schema of the arguments. The panel may ask for none of it. */
export const HistoryInvokeSchemas = {
  'history:overview': z.tuple([]),
  'history:list': z.tuple([z.object({ pinned: z.boolean(), updatedAt: Time, id: Id }).nullable(), Limit]),
  'history:summary': z.tuple([Id]),
  'history:items': z.tuple([Id, Time.nullable(), Limit]),
  'history:item-text': z.tuple([Id, Id, z.number().int().min(0)]),
  'history:search': z.tuple([z.string().max(MAX_SEARCH_CHARS), Limit]),
  'history:rename': z.tuple([Id, z.string().trim().max(MAX_TITLE_CHARS)]),
  'history:pin': z.tuple([Id, z.boolean()]),
  'history:remove': z.tuple([z.array(Id).min(1).max(10_000)]),
  'history:restore': z.tuple([z.array(Id).min(1).max(10_000)]),
  'history:remove-item': z.tuple([Id, Id]),
  'history:restore-item': z.tuple([Id, Id]),
  'history:purge': z.tuple([]),
  /** The talk goes on in the panel, which comes to the front. */
  'history:continue': z.tuple([Id]),
  'history:drafts': z.tuple([]),
  'history:send-draft': z.tuple([Id]),
  'history:remove-draft': z.tuple([Id]),
  'history:play': z.tuple([z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('draft'), draft: Id }),
    z.object({ kind: z.literal('item'), conversation: Id, item: Id }),
  ])]),
  'history:stop-playing': z.tuple([]),
  'history:ledger': z.tuple([Time.nullable(), Limit]),
  'history:export-ledger': z.tuple([]),
  /** `conversations` null: all. Main asks where to. */
  'history:export': z.tuple([z.enum(['markdown', 'json', 'text']), z.array(Id).min(1).max(10_000).nullable()]),
  'history:import': z.tuple([]),
  'history:cancel-job': z.tuple([]),
  'history:keep': z.tuple([z.object({ keeping: KeepingSchema, keepAudio: z.boolean(), audioLimitMb: z.number().int().min(10).max(100_000) }).partial()]),
  'history:remove-everything': z.tuple([]),
} as const

/** What the page needs when it opens. `current`: the conversation that is being held now. */
export interface HistoryOverview {
  readonly stats: HistoryStats
  readonly ledger: LedgerTotals
  readonly current: ConversationId | null
  readonly endpointName: string
  readonly keeping: Pick<Settings, 'keeping' | 'keepAudio' | 'audioLimitMb'>
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
  'history:export-ledger': { readonly path: string; readonly stretches: number } | null
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
  readonly what: 'items' | 'list' | 'drafts' | 'ledger' | 'all'
}

/** The one running export or import; null when there is none. */
export type JobView = (JobProgress & { readonly kind: 'export' | 'import' }) | null

/** The draft or item that is being played; null: silence. */
export type PlayingView = string | null
