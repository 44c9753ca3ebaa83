import type { HistoryApi } from '../shared/ipc/apis/history-api'
import { passages, sentText } from './knowledge'
import { links } from './links'
import { memory } from './memory'
import { actions } from './tools'
import { ask, follow } from './wire'

export const records: HistoryApi = {
  ...actions,
  ...memory,
  ...passages,
  ...sentText,
  ...links,
  overview: () => ask('history:overview'),
  list: (after, limit) => ask('history:list', after, limit),
  summary: (conversation) => ask('history:summary', conversation),
  items: (conversation, before, limit) => ask('history:items', conversation, before, limit),
  itemText: (conversation, item, from) => ask('history:item-text', conversation, item, from),
  search: (text, limit) => ask('history:search', text, limit),
  rename: (conversation, title) => ask('history:rename', conversation, title),
  pin: (conversation, pinned) => ask('history:pin', conversation, pinned),
  remove: (conversations) => ask('history:remove', [...conversations]),
  restore: (conversations) => ask('history:restore', [...conversations]),
  removeItem: (conversation, item) => ask('history:remove-item', conversation, item),
  restoreItem: (conversation, item) => ask('history:restore-item', conversation, item),
  purge: () => ask('history:purge'),
  continueConversation: (conversation) => ask('history:continue', conversation),
  drafts: () => ask('history:drafts'),
  sendDraft: (draft) => ask('history:send-draft', draft),
  removeDraft: (draft) => ask('history:remove-draft', draft),
  play: (what) => ask('history:play', what),
  stopPlaying: () => ask('history:stop-playing'),
  ledger: (before, limit, own) => ask('history:ledger', before, limit, own),
  exportLedger: () => ask('history:export-ledger'),
  exportConversations: (format, conversations) => ask('history:export', format, conversations === null ? null : [...conversations]),
  importConversations: () => ask('history:import'),
  cancelJob: () => ask('history:cancel-job'),
  keep: (patch) => ask('history:keep', patch),
  removeEverything: () => ask('history:remove-everything'),
  onChange: (listener) => follow('history:changed', listener),
  onJob: (listener) => follow('history:job', listener),
  onPlaying: (listener) => follow('history:playing', listener),
}
