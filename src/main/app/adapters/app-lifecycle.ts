import { app, powerMonitor } from 'electron'
import { errorTrace } from '../../../shared/errors/error-trace'
import { systemTimers } from '../../platform/adapters/system-timers'
import type { Logger } from '../../platform/ports'

export interface LifecycleEffects {
  readonly showPanel: () => void
  /** No key-up will come. */
  readonly asleep: () => void
  /** A key-up may not come; or the person is back. */
  readonly locked: (on: boolean) => void
  /** Awake again: no socket survived that. */
  readonly resumed: () => void
  /** In this order and within a bound: end the turn, close the socket, stop the hook. */
  readonly stop: () => Promise<void>
  /** Some window has not closed; the process ends without it. */
  readonly stuck: () => void
}

/** A quit that waits longer than this for anything goes on without it. */
const STOP_BOUND_MS = 2_000

/** Windows are gone long before this, unless a page holds its own. */
const CLOSE_BOUND_MS = 2_000

/** Whatever is not done in time is left to the next start. */
export const stopInTime = (stop: () => Promise<void>): Promise<void> =>
  Promise.race([stop(), new Promise<void>((resolve) => systemTimers.after(STOP_BOUND_MS, resolve))])

/** False: another Parley runs, has been told to show itself, and this one must leave. */
export const isFirstInstance = (): boolean => app.requestSingleInstanceLock()

export function followLifecycle(effects: LifecycleEffects): void {
  app.on('second-instance', effects.showPanel)
  app.on('activate', effects.showPanel)
  app.on('window-all-closed', () => undefined) // the tray stays
  let slept = false // Linux tells of each sleep and each waking twice
  powerMonitor.on('suspend', () => {
    slept = true
    effects.asleep()
  })
  powerMonitor.on('resume', () => {
    if (slept) effects.resumed()
    slept = false
  })
  powerMonitor.on('lock-screen', () => effects.locked(true))
  powerMonitor.on('unlock-screen', () => effects.locked(false))
  let stopped = false
  app.on('before-quit', (event) => {
    if (stopped) return
    event.preventDefault()
    void stopInTime(effects.stop).finally(() => {
      stopped = true
      // Not from within the first `before-quit`: Electron would forget that it is quitting, and never end.
      setImmediate(() => app.quit())
      systemTimers.after(CLOSE_BOUND_MS, () => {
        effects.stuck()
        app.exit()
      })
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
}

/** A bug must not end the talk: it is written down, the person is told, the app goes on. Told before anything else starts. */
export function guardAgainstCrashes(logger: Logger, tell: (cause: unknown) => void): void {
  const note = (cause: unknown) => {
    try {
      logger.error('uncaught', { cause: errorTrace(cause) })
      tell(cause)
    } catch {
      // Whatever is thrown here ends the process at once, and with it the talk.
    }
  }
  process.on('uncaughtException', note)
  process.on('unhandledRejection', note)
}
