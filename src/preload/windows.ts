import type { BubbleApi, OpenHistoryApi, PanelWindowApi, ShowPanelApi } from '../shared/ipc/windows'
import { ask, follow, tell } from './wire'

export const showPanel: ShowPanelApi = {
  showPanel: () => tell('panel:show'),
}

export const openHistory: OpenHistoryApi = {
  openHistory: () => tell('history:open'),
}

export const panelWindow: PanelWindowApi = {
  ...openHistory,
  hidePanel: () => tell('panel:hide'),
  openSettings: (section) => tell('settings:open', section),
  onSeen: (listener) => follow('panel:seen', listener),
}

export const bubble: BubbleApi = {
  getView: () => ask('indicator:get'),
  onView: (listener) => follow('indicator', listener),
  move: (by) => tell('indicator:move', by),
  point: (pointed) => tell('indicator:point', pointed),
}
