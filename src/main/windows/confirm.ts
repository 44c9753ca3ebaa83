import { BrowserWindow, dialog } from 'electron'
import type { Confirm } from '../app/confirm-port'
import { say } from '../../shared/words/say'

const YES = 0
const NO = 1

/** The system's own dialog, over the window that has the focus. Return and Escape mean no. */
export function createConfirm(): Confirm {
  let asking = false
  return async ({ title, text, yes, over }) => {
    if (asking) return false
    asking = true
    try {
      const options = { type: 'question' as const, title: say('common.app'), message: title, detail: text, buttons: [yes, say('common.cancel')], defaultId: NO, cancelId: NO, noLink: true, ...(over !== undefined && { signal: over }) }
      const window = BrowserWindow.getFocusedWindow()
      const { response } = await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
      return response === YES
    } finally {
      asking = false
    }
  }
}
