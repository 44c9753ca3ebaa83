import type { InvokeChannel, SendChannel } from '../../shared/ipc/contract'
import { HistoryInvokeSchemas } from '../../shared/ipc/history-contract'

export type PageName = 'panel' | 'history' | 'settings' | 'indicator'

type Channel = InvokeChannel | SendChannel

/** What pages beside the panel may say. What is named nowhere here is the panel's alone. */
const SETTINGS: ReadonlySet<Channel> = new Set<Channel>([
  'settings:get', 'settings:update', 'secret:set', 'secret:forget', 'server:test', 'server:stop-test', 'server:use', 'hotkey:record', 'panel:show', 'notice:dismiss', 'history:open', 'microphone:try',
])
const INDICATOR: ReadonlySet<Channel> = new Set<Channel>(['indicator:get', 'indicator:move', 'panel:show'])
/** Not the panel's: it has no use for them, or they say where sound and keys go. */
const NOT_PANEL: ReadonlySet<Channel> = new Set<Channel>(['settings:get', 'settings:update', 'secret:set', 'secret:forget', 'indicator:get', 'indicator:move', 'panel:show'])
/** The panel's as long as it shows the first steps, and never again. */
const FIRST_STEPS: ReadonlySet<Channel> = new Set<Channel>(['first-steps:update', 'server:test', 'server:stop-test', 'server:use'])

/** `inFirstSteps`: whether the panel leads a newcomer through them now. */
export function mayUse(page: PageName, channel: Channel, inFirstSteps: () => boolean): boolean {
  switch (page) {
    case 'history':
      return channel in HistoryInvokeSchemas
    case 'settings':
      return SETTINGS.has(channel)
    case 'indicator':
      return INDICATOR.has(channel)
    case 'panel':
      return !(channel in HistoryInvokeSchemas) && !NOT_PANEL.has(channel) && (!FIRST_STEPS.has(channel) || inFirstSteps())
  }
}
