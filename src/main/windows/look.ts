import { app, BrowserWindow, type Input, nativeTheme } from 'electron'
import { type Settings, ZOOM_STEPS } from '../../shared/settings'
import type { Room } from './screens/room'

/** As --ground in tokens.css: what a window shows before its page does. */
const LIGHT = '#faf8f3'
const DARK = '#141517'

export const windowBackground = (): string => (nativeTheme.shouldUseDarkColors ? DARK : LIGHT)

/** For all windows, also those that are opened later. */
export function applyTheme({ theme }: Pick<Settings, 'theme'>): void {
  if (nativeTheme.themeSource === theme) return
  nativeTheme.themeSource = theme
}

/** Chromium keeps one zoom for each origin, and over a restart: it is set once for all pages of ours. */
export function createZoom(room: Pick<Room, 'setZoom'>): (settings: Pick<Settings, 'zoom'>) => void {
  let set: number | null = null
  return ({ zoom }) => {
    if (set === zoom) return
    set = zoom
    room.setZoom(zoom)
    for (const window of BrowserWindow.getAllWindows()) window.webContents.setZoomFactor(zoom)
  }
}

/** Our windows have no menu, so the keys that every browser has for this are ours to keep. */
export function followZoomKeys(now: () => number, set: (zoom: number) => void): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('before-input-event', (event, input) => {
      const zoom = zoomAfter(input, now())
      if (zoom === null) return
      event.preventDefault()
      if (zoom !== now()) set(zoom)
    })
  })
}

function zoomAfter({ type, key, control, meta, alt }: Input, now: number): number | null {
  if (type !== 'keyDown' || control === meta || alt) return null
  switch (key) {
    case '+':
    case '=':
      return ZOOM_STEPS.find((step) => step > now) ?? now
    case '-':
    case '_':
      return ZOOM_STEPS.findLast((step) => step < now) ?? now
    case '0':
      return 1
    default:
      return null
  }
}
