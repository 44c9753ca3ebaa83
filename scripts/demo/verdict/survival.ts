import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { sentBytes } from './sent-speech'
import { numberIn, type Trace } from '../trace'

/** What a broken connection cost, and whether the account of the sound that left agrees with the wire. */
export interface Survival {
  readonly reconnects: number
  /** Sent to one session and then again to the next. */
  readonly replayedSamples: number
  /** PCM bytes by the app's own ledger; null where it wrote none. */
  readonly ledgerBytes: number | null
  /** PCM bytes by the trace of the wire. */
  readonly wireAudioBytes: number
}

export function survivalOf({ marks, wire }: Trace, ledgerBytes: number | null): Survival {
  const ready = marks.filter((mark) => mark.name === 'connection' && mark['state'] === 'ready').length
  return {
    reconnects: Math.max(0, ready - 1),
    replayedSamples: marks.filter(({ name }) => name === 'replayed').reduce((sum, mark) => sum + (numberIn(mark, 'samples') ?? 0), 0),
    ledgerBytes,
    wireAudioBytes: sentBytes(wire),
  }
}

/** `dropped`: the connection was to be cut. */
export const survivalFaults = ({ reconnects, ledgerBytes, wireAudioBytes }: Survival, dropped: boolean): string[] => [
  ...(dropped && reconnects === 0 ? ['The connection was not cut: the turn was over before.'] : []),
  ...(ledgerBytes === wireAudioBytes ? [] : [`The ledger says ${String(ledgerBytes ?? 'nothing')}, the wire carried ${String(wireAudioBytes)} bytes.`]),
]

/** Read from the database itself, when the app has ended. */
export function ledgerBytesIn(userData: string): number | null {
  const path = join(userData, 'history', 'history.db')
  if (!existsSync(path)) return null
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const row = database.prepare('SELECT sum(bytes) AS bytes FROM ledger').get()
    return typeof row === 'object' && row !== null && 'bytes' in row && typeof row.bytes === 'number' ? row.bytes : null
  } finally {
    database.close()
  }
}
