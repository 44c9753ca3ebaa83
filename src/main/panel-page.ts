import { systemTimers } from './platform/adapters/system-timers'
import type { Logger } from './platform/ports'
import { StartError } from './app/adapters/start-failure'
import { ownText } from '../shared/text/own-text'
import { PANEL_URL } from './windows/safety/app-protocol'
import { keepPage } from './windows/kept-page'
import { followSeen, type PanelWindow } from './windows/panel/panel-window'
import type { Push } from './ipc/push'

/** Compiling two worklets takes 0.1 s, on a busy machine 0.5 s. Without capture and playback one can still type. */
const AUDIO_HOST_BOUND_MS = 5_000
/** A page says something within a second, on a machine that swaps within some. One that has lost a file never does. */
const PAGE_BOUND_MS = 30_000

/** How far the panel's page has come. */
export class PanelProgress {
  private readonly page = Promise.withResolvers<void>()
  private readonly audioHost = Promise.withResolvers<void>()

  readonly seen = (): void => this.page.resolve()
  readonly hasAudio = (): void => this.audioHost.resolve()

  /** Rejects where the page never says a word. What came before it has its ports would be lost: a key, an answer. */
  async arrived(): Promise<void> {
    systemTimers.after(PAGE_BOUND_MS, () => this.page.reject(new StartError('page')))
    await this.page.promise
    systemTimers.after(AUDIO_HOST_BOUND_MS, this.hasAudio)
    await this.audioHost.promise
  }
}

export interface PanelPageParts {
  readonly panel: PanelWindow
  readonly push: Push
  readonly logger: Logger
  readonly lost: () => void
  readonly fail: (cause: unknown) => void
}

/** Loads the panel's page, and again when its process dies. */
export function loadPanel({ panel, push, logger, lost, fail }: PanelPageParts): void {
  const { webContents } = panel.window
  followSeen(panel.window, (isSeen) => push('panel:seen', isSeen))
  webContents.once('preload-error', () => fail(new StartError('incomplete')))
  keepPage(webContents, PANEL_URL, systemTimers, {
    crashed: (reason) => {
      logger.error('page gone', { reason: ownText(reason) })
      lost()
    },
    hopeless: () => fail(new StartError('page')),
  })
}
