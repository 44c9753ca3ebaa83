import type { ExportFormat, ListCursor } from '../../history'
import type { ConversationId, DraftId, ItemId } from '../../ids'
import type { Settings } from '../../settings'
import type { ActionApi } from '../actions'
import type { InvokeAnswer, PushMessages } from '../contract'
import type { PassageApi, SentTextApi } from '../knowledge'
import type { LinkApi } from '../links'
import type { MemoryApi } from '../memory'

type Unsubscribe = () => void

/** What can be played: speech that was not delivered, or the kept sound of an item. */
export type Playable =
  | { readonly kind: 'draft'; readonly draft: DraftId }
  | { readonly kind: 'item'; readonly conversation: ConversationId; readonly item: ItemId }

/** `window.records`: all the history page can say to main. Every `onX` returns its unsubscribe. */
export interface HistoryApi extends ActionApi, MemoryApi, PassageApi, SentTextApi, LinkApi {
  overview(): Promise<InvokeAnswer<'history:overview'>>
  list(after: ListCursor | null, limit: number): Promise<InvokeAnswer<'history:list'>>
  summary(conversation: ConversationId): Promise<InvokeAnswer<'history:summary'>>
  items(conversation: ConversationId, before: number | null, limit: number): Promise<InvokeAnswer<'history:items'>>
  itemText(conversation: ConversationId, item: ItemId, from: number): Promise<InvokeAnswer<'history:item-text'>>
  search(text: string, limit: number): Promise<InvokeAnswer<'history:search'>>
  rename(conversation: ConversationId, title: string): Promise<InvokeAnswer<'history:rename'>>
  pin(conversation: ConversationId, pinned: boolean): Promise<InvokeAnswer<'history:pin'>>
  remove(conversations: readonly ConversationId[]): Promise<InvokeAnswer<'history:remove'>>
  restore(conversations: readonly ConversationId[]): Promise<InvokeAnswer<'history:restore'>>
  removeItem(conversation: ConversationId, item: ItemId): Promise<InvokeAnswer<'history:remove-item'>>
  restoreItem(conversation: ConversationId, item: ItemId): Promise<InvokeAnswer<'history:restore-item'>>
  purge(): Promise<InvokeAnswer<'history:purge'>>
  continueConversation(conversation: ConversationId): Promise<InvokeAnswer<'history:continue'>>
  drafts(): Promise<InvokeAnswer<'history:drafts'>>
  sendDraft(draft: DraftId): Promise<InvokeAnswer<'history:send-draft'>>
  removeDraft(draft: DraftId): Promise<InvokeAnswer<'history:remove-draft'>>
  play(what: Playable): Promise<InvokeAnswer<'history:play'>>
  stopPlaying(): Promise<InvokeAnswer<'history:stop-playing'>>
  ledger(before: number | null, limit: number, own: boolean): Promise<InvokeAnswer<'history:ledger'>>
  exportLedger(): Promise<InvokeAnswer<'history:export-ledger'>>
  exportConversations(format: ExportFormat, conversations: readonly ConversationId[] | null): Promise<InvokeAnswer<'history:export'>>
  importConversations(): Promise<InvokeAnswer<'history:import'>>
  cancelJob(): Promise<InvokeAnswer<'history:cancel-job'>>
  keep(patch: Partial<Pick<Settings, 'keeping' | 'keepAudio' | 'audioLimitMb' | 'historyListPx'>>): Promise<InvokeAnswer<'history:keep'>>
  removeEverything(): Promise<InvokeAnswer<'history:remove-everything'>>
  onChange(listener: (change: PushMessages['history:changed']) => void): Unsubscribe
  onJob(listener: (job: PushMessages['history:job']) => void): Unsubscribe
  onPlaying(listener: (playing: PushMessages['history:playing']) => void): Unsubscribe
}
