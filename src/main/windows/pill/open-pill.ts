import { BrowserWindow, type Rectangle } from 'electron'
import { INDICATOR_URL } from '../safety/app-protocol'
import { pagePreferences } from '../safety/page-session'
import { say } from '../../../shared/words/say'

/** It is never focused: what somebody types goes where it went. */
export function openPill(preload: string, bounds: Rectangle, died: (livedMs: number) => void): BrowserWindow {
  const began = performance.now()
  const window = new BrowserWindow({
    ...bounds,
    show: false,
    title: say('windows.indicator'),
    frame: false,
    transparent: true,
    hasShadow: false,
    resizable: false,
    movable: true,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    focusable: false,
    acceptFirstMouse: true,
    webPreferences: pagePreferences(preload),
  })
  window.removeMenu()
  window.setAlwaysOnTop(true, 'floating')
  window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true })
  window.webContents.on('render-process-gone', () => {
    died(performance.now() - began)
    window.destroy()
  })
  window.loadURL(INDICATOR_URL).catch(() => undefined)
  return window
}
