import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from '../core/ports'

/** One old file is kept, so that logs never take more than about 2 MB. */
const ROTATE_AT_BYTES = 1024 * 1024

type Level = 'error' | 'warn' | 'info' | 'debug'
type Fields = Readonly<Record<string, string | number | boolean>>

/** Lines of `time level text {fields}` in `folder/parley.log`. Every line passes `scrub`; audio and words never come here. */
export function createFileLogger(folder: string, verbose: boolean, scrub: (text: string) => string): Logger {
  const path = join(folder, 'parley.log')
  mkdirSync(folder, { recursive: true })
  if (existsSync(path) && statSync(path).size > ROTATE_AT_BYTES) renameSync(path, join(folder, 'parley.old.log'))
  const write = (level: Level, text: string, fields?: Fields) => {
    const line = `${new Date().toISOString()} ${level} ${text}${fields ? ` ${JSON.stringify(fields)}` : ''}`
    appendFileSync(path, `${scrub(line)}\n`)
  }
  return {
    error: (text, fields) => write('error', text, fields),
    warn: (text, fields) => write('warn', text, fields),
    info: (text, fields) => write('info', text, fields),
    debug: (text, fields) => (verbose ? write('debug', text, fields) : undefined),
  }
}
