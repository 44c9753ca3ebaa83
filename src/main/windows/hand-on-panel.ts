import type { BrowserWindow } from 'electron'
import type { HandOnPanel } from '../tools/core/ports'

/** What presses a button: what the system sends the window, before the page has it and without a word of the page. */
const DOWN = new Set(['mouseDown', 'rawKeyDown', 'keyDown', 'touchStart'])
const UP = new Set(['mouseUp', 'keyUp', 'touchEnd', 'touchCancel'])

/** Presses in the panel while it has the focus; before there is a panel, none. Auto-repeat is no new press. */
export class PanelHand implements HandOnPanel {
  private last: ReturnType<HandOnPanel['press']> = null

  constructor(private readonly now: () => number) {}

  readonly press = (): ReturnType<HandOnPanel['press']> => this.last

  watch(window: BrowserWindow): void {
    window.webContents.on('input-event', (_event, { type }) => {
      if (DOWN.has(type) && this.last?.until !== null && window.isFocused()) this.last = { since: this.now(), until: null }
      if (UP.has(type)) this.end()
    })
    window.on('blur', () => this.end())
  }

  private end(): void {
    if (this.last?.until === null) this.last = { ...this.last, until: this.now() }
  }
}
