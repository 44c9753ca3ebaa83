import type { Levels } from '../../../../shared/audio/levels'
import type { Loudness } from '../../../../shared/ipc/sound'
import { every } from '../../time/page-timers'

/** What is quieter than this is silence to the eye, in dBFS. */
const FLOOR_DB = -54
/** Speech close to the microphone. */
const CEILING_DB = -8

/** 0 to 1 as the eye wants it: ears hear in decibels. `rms`: linear, 1 is full scale. */
export function loudnessOf(rms: number): number {
  if (rms <= 0) return 0
  const db = 20 * Math.log10(rms)
  return Math.max(0, Math.min(1, (db - FLOOR_DB) / (CEILING_DB - FLOOR_DB)))
}

/** Tells each time how loud it is, in and out, and has it measured for as long; the answer ends it. */
export function followLoudness(levels: Levels, everyMs: number, listener: (loudness: Loudness) => void): () => void {
  const unwatch = levels.watch()
  const end = every(everyMs, () => listener({ input: loudnessOf(levels.input.rms), output: loudnessOf(levels.output.rms) }))
  return () => {
    end()
    unwatch()
  }
}
