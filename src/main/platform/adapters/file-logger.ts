import { firstCharacters } from '../../../shared/text/characters'
import type { Logger, LogText } from '../log-port'
import type { Timers } from '../ports'
import { createLogRepeats } from './log-repeats'
import { createRotatingFile } from './rotating-file'

/** A stack is long enough with this. */
const MOST_CHARS = 4_000

type Level = 'error' | 'warn' | 'info' | 'debug'
type Fields = Readonly<Record<string, string | number | boolean>>

export interface FileLoggerParts {
  readonly folder: string
  readonly verbose: boolean
  /** The last net under the type of `Logger`: keys that a text of our own repeats. */
  readonly scrub: (text: string) => string
  readonly timers: Timers
}

export interface FileLogger extends Logger {
  /** Before the end: what was left out is told now. */
  flush(): void
}

/**
 * Lines of `time level text {fields}` in `folder/parley.log`; audio and words never come here. A library would do for the file
 * (electron-log 5 rotates and does not throw), but none that is kept also collapses repeats, and a full disk made that one print a
 * stack for each line.
 */
export function createFileLogger({ folder, verbose, scrub, timers }: FileLoggerParts): FileLogger {
  const file = createRotatingFile(folder, 'parley')
  const write = (level: Level, text: string, fields?: Fields) => {
    const line = safely(() => `${new Date().toISOString()} ${level} ${text}${fields === undefined ? '' : ` ${JSON.stringify(fields)}`}`)
    file.append(firstCharacters(safely(() => scrub(line)), MOST_CHARS))
  }
  const repeats = createLogRepeats(timers, (text, times) => write('info', 'left out', { text, times }))
  const at = (level: Level) => (text: LogText, fields?: Fields) => void (repeats.admits(text) && write(level, text, fields))
  return { error: at('error'), warn: at('warn'), info: at('info'), debug: verbose ? at('debug') : () => undefined, flush: repeats.flush }
}

function safely(make: () => string): string {
  try {
    return make()
  } catch {
    return '(a line that could not be made)'
  }
}
