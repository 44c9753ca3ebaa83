import type { InvokeChannel, SendChannel } from '../../shared/ipc/contract'
import { HistoryInvokeSchemas } from '../../shared/ipc/history-contract'

export type PageName = 'panel' | 'history' | 'settings' | 'indicator'

type Channel = InvokeChannel | SendChannel

/** What pages beside the panel may say. What is named nowhere here is the panel's alone. */
const SETTINGS: ReadonlySet<Channel> = new Set<Channel>([
  'settings:get', 'settings:update', 'secret:set', 'secret:forget', 'server:test', 'server:stop-test', 'hotkey:record', 'panel:show', 'notice:dismiss', 'history:open', 'microphone:try',
])
const INDICATOR: ReadonlySet<Channel> = new Set<Channel>(['indicator:get', 'indicator:move', 'panel:show'])
/** Words that the panel has no use for. */
const NOT_PANEL: ReadonlySet<Channel> = new Set<Channel>(['settings:get', 'indicator:get', 'indicator:move', 'panel:show'])

export function mayUse(page: PageName, channel: Channel): boolean {
  switch (page) {
    case 'history':
      return channel in HistoryInvokeSchemas
    case 'settings':
      return SETTINGS.has(channel)
    case 'indicator':
      return INDICATOR.has(channel)
    case 'panel':
      return !(channel in HistoryInvokeSchemas) && !NOT_PANEL.has(channel)
  }
}
