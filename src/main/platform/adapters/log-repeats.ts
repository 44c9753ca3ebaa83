import { Deadline } from '../deadline'
import type { LogText } from '../log-port'
import type { Timers } from '../ports'

const WINDOW_MS = 60_000
/** Of one kind in a window. Who looks for a fault learns nothing from the next thousand. */
const MOST = 20

interface Window {
  written: number
  left: number
  readonly end: Deadline<LogText>
}

export interface LogRepeats {
  /** Whether it is to be written; if not, it is counted. */
  admits(text: LogText): boolean
  /** Tells all that was left out so far. */
  flush(): void
}

/** A server, or a bug, may say the same ten thousand times a second: a few lines of each kind, then how many more there were. */
export function createLogRepeats(timers: Timers, tell: (text: LogText, left: number) => void): LogRepeats {
  const windows = new Map<LogText, Window>()
  const close = (text: LogText) => {
    const window = windows.get(text)
    windows.delete(text)
    window?.end.stop()
    if (window !== undefined && window.left > 0) tell(text, window.left)
  }
  const open = (text: LogText): Window => {
    const window = { written: 0, left: 0, end: new Deadline(timers, close) }
    windows.set(text, window)
    window.end.start(WINDOW_MS, text)
    return window
  }
  return {
    admits: (text) => {
      const window = windows.get(text) ?? open(text)
      const isAdmitted = window.written < MOST
      if (isAdmitted) window.written += 1
      else window.left += 1
      return isAdmitted
    },
    flush: () => {
      for (const text of [...windows.keys()]) close(text)
    },
  }
}
