import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { AssistantApi } from '../shared/ipc/assistant-api'
import { AUDIO_PORTS_MESSAGE } from '../shared/ipc/audio-ports'
import type { InvokeAnswer, InvokeArgs, InvokeChannel, PushChannel, PushMessages, SendArgs, SendChannel } from '../shared/ipc/contract'
import type { HistoryApi } from '../shared/ipc/history-api'
import type { IndicatorApi } from '../shared/ipc/indicator-api'
import type { SettingsApi } from '../shared/ipc/settings-api'

/** Typed, and private to this file: the page gets named methods, never a channel. */
const ask = <C extends InvokeChannel>(channel: C, ...args: InvokeArgs<C>): Promise<InvokeAnswer<C>> => ipcRenderer.invoke(channel, ...args)
const tell = <C extends SendChannel>(channel: C, ...args: SendArgs<C>): void => ipcRenderer.send(channel, ...args)
const follow = <C extends PushChannel>(channel: C, listener: (message: PushMessages[C]) => void): (() => void) => {
  const receive = (_event: IpcRendererEvent, message: PushMessages[C]) => listener(message)
  ipcRenderer.on(channel, receive)
  return () => ipcRenderer.off(channel, receive)
}

const assistant: AssistantApi = {
  getView: () => ask('view:get'),
  sendText: (text) => ask('text:send', text),
  attachImage: (name, bytes) => ask('image:attach', name, bytes),
  detachImage: (image) => tell('image:detach', image),
  updateSettings: (patch) => ask('first-steps:update', patch),
  testServer: (entry) => ask('server:test', entry),
  stopServerTest: () => tell('server:stop-test'),
  useServer: (entry) => ask('server:use', entry),
  usePractice: () => tell('server:practice'),
  recordHotkey: (which) => ask('hotkey:record', which),
  press: () => tell('talk:press'),
  release: () => tell('talk:release'),
  cancel: () => tell('talk:cancel'),
  undoCancel: () => tell('talk:undo'),
  setMode: (mode) => tell('mode:set', mode),
  retryConnection: () => tell('connection:retry'),
  dismissNotice: (id) => tell('notice:dismiss', id),
  hidePanel: () => tell('panel:hide'),
  newConversation: (how) => tell('conversation:new', how),
  openHistory: () => tell('history:open'),
  openSettings: (section) => tell('settings:open', section),
  copyItem: (item) => ask('item:copy', item),
  itemText: (item, from) => ask('item:text', item, from),
  playItem: (item) => ask('item:play', item),
  stopPlaying: () => tell('replay:stop'),
  removeItem: (item) => ask('item:remove', item),
  restoreItem: (item) => ask('item:restore', item),
  askAgain: (item) => ask('item:again', item),
  tryMicrophone: (on) => tell('microphone:try', on),
  networkOnline: () => tell('network:online'),
  onView: (listener) => follow('view', listener),
  onKeysHeld: (listener) => follow('hotkey:held', listener),
  onItems: (listener) => follow('items', listener),
  onSeen: (listener) => follow('panel:seen', listener),
  onKeyTried: (listener) => follow('key:tried', listener),
  onAudioCommand: (listener) => follow('audio:command', listener),
  tellDevices: (devices) => tell('devices:tell', devices),
  tellLoudness: (loudness) => tell('loudness:tell', loudness),
  reportAudio: (report) => tell('audio:report', report),
  audioReady: () => tell('audio:ready'),
}

const records: HistoryApi = {
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
  continueTalk: (conversation) => ask('history:continue', conversation),
  drafts: () => ask('history:drafts'),
  sendDraft: (draft) => ask('history:send-draft', draft),
  removeDraft: (draft) => ask('history:remove-draft', draft),
  play: (what) => ask('history:play', what),
  stopPlaying: () => ask('history:stop-playing'),
  ledger: (before, limit) => ask('history:ledger', before, limit),
  exportLedger: () => ask('history:export-ledger'),
  exportTalks: (format, conversations) => ask('history:export', format, conversations === null ? null : [...conversations]),
  importTalks: () => ask('history:import'),
  cancelJob: () => ask('history:cancel-job'),
  keep: (patch) => ask('history:keep', patch),
  removeEverything: () => ask('history:remove-everything'),
  onChange: (listener) => follow('history:changed', listener),
  onJob: (listener) => follow('history:job', listener),
  onPlaying: (listener) => follow('history:playing', listener),
}

const preferences: SettingsApi = {
  tryMicrophone: (on) => tell('microphone:try', on),
  getState: () => ask('settings:get'),
  updateSettings: (patch) => ask('settings:update', patch),
  setSecret: (secret) => ask('secret:set', secret),
  forgetSecret: () => ask('secret:forget'),
  testServer: (entry) => ask('server:test', entry),
  useServer: (entry) => ask('server:use', entry),
  stopServerTest: () => tell('server:stop-test'),
  recordHotkey: (which) => ask('hotkey:record', which),
  showPanel: () => tell('panel:show'),
  dismissNotice: (id) => tell('notice:dismiss', id),
  openHistory: () => tell('history:open'),
  onKeysHeld: (listener) => follow('hotkey:held', listener),
  onView: (listener) => follow('view', listener),
  onDevices: (listener) => follow('devices', listener),
  onSection: (listener) => follow('settings:section', listener),
  onLoudness: (listener) => follow('loudness', listener),
}

const indicator: IndicatorApi = {
  getView: () => ask('indicator:get'),
  onView: (listener) => follow('indicator', listener),
  onLoudness: (listener) => follow('loudness', listener),
  move: (by) => tell('indicator:move', by),
  showPanel: () => tell('panel:show'),
}

/** Each page gets its own methods and no others. Main checks the sender again: this only keeps honest pages honest. */
switch (window.location.pathname) {
  case '/history.html':
    contextBridge.exposeInMainWorld('records', records)
    break
  case '/settings.html':
    contextBridge.exposeInMainWorld('preferences', preferences)
    break
  case '/indicator.html':
    contextBridge.exposeInMainWorld('indicator', indicator)
    break
  default:
    contextBridge.exposeInMainWorld('assistant', assistant)
    /** A MessagePort cannot cross the context bridge; a window message can carry it into the page's world. */
    ipcRenderer.on(AUDIO_PORTS_MESSAGE, (event) => {
      window.postMessage({ type: AUDIO_PORTS_MESSAGE }, window.location.origin, event.ports)
    })
}
