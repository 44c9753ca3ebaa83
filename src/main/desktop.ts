import { join } from 'node:path'
import { app } from 'electron'
import type { Assistant } from './app/assistant'
import type { Timers } from './platform/ports'
import { createKeyRecordingPlace, type KeyRecordingPlace } from './windows/key-recording'
import { createZoom, followZoomKeys } from './windows/look'
import type { Pages } from './windows/pages'
import type { PanelMemory } from './windows/panel/panel-places'
import { createRoom } from './windows/screens/room'
import { createShow, type Show } from './windows/show'
import { createTray, type TrayHandle } from './windows/menus/tray'
import { createWindows, type Windows } from './windows/windows'

/** Everything of Parley that a person sees. */
export interface Desktop {
  readonly windows: Windows
  readonly show: Show
  readonly tray: TrayHandle
  readonly recordingPlace: KeyRecordingPlace
  readonly applyZoom: ReturnType<typeof createZoom>
}

/** Where the panel is on each screen: in the settings, which no page may patch there. */
const panelMemory = ({ view, updateSettings }: Assistant): PanelMemory => ({
  places: () => view().settings.panelPlaces,
  zoom: () => view().settings.zoom,
  put: (panelPlaces) => void updateSettings({ panelPlaces: [...panelPlaces] }),
})

export function createDesktop(pages: Pages, assistant: Assistant, timers: Timers): Desktop {
  const root = app.getAppPath()
  const room = createRoom()
  followZoomKeys(() => assistant.view().settings.zoom, (zoom) => assistant.updateSettings({ zoom }))
  const windows = createWindows(join(root, 'out', 'preload', 'index.cjs'), pages, { room, timers, memory: panelMemory(assistant) }, assistant.pageClosed)
  const applyZoom = createZoom({
    setZoom: (zoom) => {
      windows.panel.movedByUs()
      room.setZoom(zoom)
    },
  })
  const show = createShow(windows, pages, { view: assistant.view, tail: assistant.tail, put: (indicatorPlaces) => assistant.updateSettings({ indicatorPlaces: [...indicatorPlaces] }) })
  const tray = createTray(join(root, 'resources', 'tray'), {
    togglePanel: (near) => windows.panel.toggle(near),
    showSettings: () => show.openSettings(null),
    setMode: assistant.setMode,
    featureParts: assistant.menu,
    newConversation: () => assistant.newConversation({ private: false }),
    showHistory: () => windows.history.show(),
    quit: () => app.quit(),
  })
  const recordingPlace = createKeyRecordingPlace(
    (page) => page === 'settings' || (page === 'panel' && assistant.view().settings.onboarding === 'key'),
    assistant.leaveRecording,
  )
  return { windows, show, tray, recordingPlace, applyZoom }
}
