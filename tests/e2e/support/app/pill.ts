import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { runTool } from '../../../../scripts/rig/part'
import type { Rig } from '../sound/rig'
import type { App } from './app'
import { until } from './until'

/** It takes its width in this time. */
const GROWS_MS = 300

/** The pill and the real pointer: it takes no focus, so nothing else could press its buttons as a person does. */
export class PillHand {
  constructor(
    private readonly rig: Pick<Rig, 'env'>,
    private readonly app: App,
  ) {}

  /** Null: there is none. */
  readonly facts = () =>
    this.app.electron.evaluate(({ BrowserWindow, screen }) => {
      const window = BrowserWindow.getAllWindows().find(({ webContents }) => webContents.getURL().endsWith('/indicator.html'))
      const { workArea } = screen.getPrimaryDisplay()
      return window === undefined ? null : { ...window.getBounds(), visible: window.isVisible(), focused: window.isFocused(), focusable: window.isFocusable(), top: window.isAlwaysOnTop(), workArea }
    })

  readonly isVisible = async (): Promise<boolean> => (await this.facts())?.visible === true

  async page(): Promise<Page> {
    const theirs = () => this.app.electron.windows().find((window) => window.url().endsWith('/indicator.html'))
    await until('the page of the pill', () => Promise.resolve(theirs() !== undefined))
    const page = theirs()
    if (page === undefined) throw new Error('There is no pill.')
    return page
  }

  readonly point = (x: number, y: number): Promise<string> => runTool('xdotool', ['mousemove', String(Math.round(x)), String(Math.round(y))], this.rig.env)

  readonly away = (): Promise<string> => this.point(5, 5)

  /** Onto a part of it. */
  async pointAt(testId: string): Promise<void> {
    const [window, box] = [await this.facts(), await (await this.page()).getByTestId(testId).boundingBox()]
    if (window === null || box === null) throw new Error(`There is no ${testId}.`)
    await this.point(window.x + box.x + box.width / 2, window.y + box.y + box.height / 2)
  }

  async click(testId: string): Promise<void> {
    await this.pointAt('indicator')
    await (await this.page()).getByTestId(testId).waitFor()
    await delay(GROWS_MS)
    await this.pointAt(testId)
    await runTool('xdotool', ['click', '1'], this.rig.env)
  }
}
