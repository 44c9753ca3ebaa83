import { SAMPLE_RATE_HZ } from './audio-format'

/** How far the loudspeaker is with an item. */
export interface HeardReading {
  readonly item: string
  readonly heardSamples: number
  readonly waitingSamples: number
  /** No more of it will come. */
  readonly ended: boolean
}

/** Faster than the eye follows words is waste: at most 15 a second. */
export const HEARD_READING_MS = 67

/** What the page knows of it, while somebody watches. */
export interface HeardFeed {
  readonly latest: readonly HeardReading[]
  watch(changed: () => void): () => void
}

/** Nobody speaks faster. Words mostly come before their sound, so that the share of what has come would run ahead. */
const MOST_CHARS_PER_SECOND = 24

/** Which character of a text is being spoken: in proportion to its sound, and while that still comes never faster than anybody speaks. */
export function spokenAt(chars: number, { heardSamples, waitingSamples, ended }: Omit<HeardReading, 'item'>): number {
  const all = heardSamples + waitingSamples
  const share = all === 0 ? 0 : Math.floor((chars * heardSamples) / all)
  return ended ? share : Math.min(share, Math.floor((heardSamples * MOST_CHARS_PER_SECOND) / SAMPLE_RATE_HZ))
}
