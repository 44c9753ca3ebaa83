import { BrowserWindow, type Display } from 'electron'
import type { Timers } from '../../platform/ports'

const FLASH_MS = 250
const OPACITY = 0.6

/** As a camera's: nobody looks at a screen without the person at it seeing that. Without a compositor it is not transparent, but as short. */
export function flashScreen({ bounds }: Pick<Display, 'bounds'>, timers: Timers): void {
  const flash = new BrowserWindow({
    ...bounds, show: false, frame: false, focusable: false, resizable: false, movable: false, skipTaskbar: true, hasShadow: false, alwaysOnTop: true, backgroundColor: '#ffffff', opacity: OPACITY,
    webPreferences: { sandbox: true, javascript: false },
  })
  flash.setAlwaysOnTop(true, 'screen-saver')
  flash.setIgnoreMouseEvents(true)
  flash.showInactive()
  timers.after(FLASH_MS, () => flash.destroy())
}
