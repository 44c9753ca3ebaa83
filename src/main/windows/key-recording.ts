import { BrowserWindow, type WebContents } from 'electron'
import type { PageName } from '../../shared/ipc/channel'

/** Whoever records keys hears all that is typed, so that is for a window in front that asks for a key, and no longer than it is. */
export interface KeyRecordingPlace {
  /** Whether this page may record now; from then on it is the one that is told. */
  enter(page: PageName, sender: WebContents): boolean
  /** Who is told what is down; null: nobody. */
  readonly page: PageName | null
}

/** `asksForKey`: whether this page is where a key is chosen. `leave`: the recording, if there is one, is over. */
export function createKeyRecordingPlace(asksForKey: (page: PageName) => boolean, leave: () => void): KeyRecordingPlace {
  let page: PageName | null = null
  let forget = () => {}
  return {
    get page() {
      return page
    },
    enter: (name, sender) => {
      const window = BrowserWindow.fromWebContents(sender)
      if (window === null || !window.isFocused() || !asksForKey(name)) return false
      forget()
      const away = () => {
        page = null
        leave()
      }
      window.once('blur', away)
      forget = () => void window.off('blur', away)
      page = name
      return true
    },
  }
}
