import type { BrowserWindow } from 'electron'
import type { HandOnPanel } from '../tools/core/ports'

/** What presses a button: what the system sends the window, before the page has it and without a word of the page. */
const DOWN = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'touchStart'])
const UP = new Set(['mouseUp', 'keyUp', 'touchEnd', 'touchCancel'])

/** Presses in the panel while it has the focus. Auto-repeat is no new press. */
export function handOnPanel(window: BrowserWindow, now: () => number): HandOnPanel {
  let press: { readonly since: number; readonly until: number | null } | null = null
  const end = () => {
    if (press?.until === null) press = { ...press, until: now() }
  }
  window.webContents.on('input-event', (_event, { type }) => {
    if (DOWN.has(type) && press?.until !== null && window.isFocused()) press = { since: now(), until: null }
    if (UP.has(type)) end()
  })
  window.on('blur', end)
  return { press: () => press }
}
