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
