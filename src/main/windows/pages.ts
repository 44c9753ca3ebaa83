import type { WebContents } from 'electron'
import type { PageName } from '../../shared/ipc/channel'
import { HISTORY_URL, INDICATOR_URL, PANEL_URL, SETTINGS_URL } from './safety/app-protocol'

const URLS: Readonly<Record<PageName, string>> = { panel: PANEL_URL, history: HISTORY_URL, settings: SETTINGS_URL, indicator: INDICATOR_URL }
const NAMES: readonly PageName[] = ['panel', 'history', 'settings', 'indicator']

/** Which pages are open. The windows write it; whoever tells a page something, or hears one, reads it, also before there is a window. */
export class Pages {
  private readonly shown = new Map<PageName, WebContents>()

  opened(name: PageName, contents: WebContents): void {
    this.shown.set(name, contents)
  }

  /** The page of that name as long as it is open. */
  page(name: PageName): WebContents | null {
    const contents = this.shown.get(name)
    return contents === undefined || contents.isDestroyed() ? null : contents
  }

  /** Whose main frame this is, at its own address; null: nobody's. */
  nameOf(sender: WebContents, frame: WebContents['mainFrame'] | null): PageName | null {
    if (frame === null) return null
    return NAMES.find((name) => this.page(name) === sender && frame === sender.mainFrame && frame.url === URLS[name]) ?? null
  }
}
