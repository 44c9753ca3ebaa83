import type { WebContents } from 'electron'
import { ReloadPauses } from './reload-pauses'
import { Deadline } from '../platform/deadline'
import type { Timers } from '../platform/ports'

export interface KeptPageEffects {
  /** Its process died; it is loaded again. */
  readonly crashed: (reason: string) => void
  /** It dies each time, or there is nothing to load. */
  readonly hopeless: () => void
}

/** Loads a page, and again whenever its process dies, with pauses that grow, but not for ever. */
export function keepPage(contents: WebContents, url: string, timers: Timers, { crashed, hopeless }: KeptPageEffects): void {
  const pauses = new ReloadPauses()
  let began = 0
  const pause = new Deadline(timers, load)
  function load(): void {
    if (contents.isDestroyed()) return
    began = timers.now()
    contents.loadURL(url).catch(again) // it died, or it was not there
  }
  function again(): void {
    if (pause.isRunning || contents.isDestroyed()) return
    const pauseMs = pauses.next(timers.now() - began)
    if (pauseMs === null) return hopeless()
    pause.start(pauseMs)
  }
  contents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || contents.isDestroyed()) return
    crashed(reason)
    again()
  })
  load()
}
