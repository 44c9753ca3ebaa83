/** How fast an answer arrives: ahead of real time and in bursts, like the real service (docs/wire-facts.md, Output pace). */
export interface Pacing {
  /** Seconds of audio per second of wall time. */
  readonly speed: number
  /** Milliseconds from `response.created` to the first delta. */
  readonly thinkMs: number
  /** Milliseconds of audio per delta. */
  readonly chunkMs: number
  /** Deltas that leave together. */
  readonly burst: number
}

export const DEFAULT_PACING: Pacing = { speed: 6, thinkMs: 120, chunkMs: 200, burst: 2 }

/** One delta: the bytes from `from` to `to` (to excluded), and how long to wait before sending them. */
export interface Chunk {
  readonly from: number
  readonly to: number
  readonly waitMs: number
}

/** Sizes in bytes that are odd on purpose; 48 bytes are one millisecond. */
const ODD_SIZES = [4_801, 3, 9_599, 1, 2_047] as const

const sizeAt = (index: number, pacing: Pacing, odd: boolean): number =>
  odd ? (ODD_SIZES[index % ODD_SIZES.length] ?? 1) : Math.max(2, Math.round(pacing.chunkMs * 24) * 2)

/** Waits are counted per burst: the first deltas of an answer leave at once, each later burst when its forerunner's share of time is over. */
export const planChunks = (byteLength: number, pacing: Pacing, odd: boolean): readonly Chunk[] => {
  const chunks: Chunk[] = []
  let sinceWait = 0
  for (let from = 0, index = 0; from < byteLength; index++) {
    const to = Math.min(byteLength, from + sizeAt(index, pacing, odd))
    const startsBurst = index > 0 && index % pacing.burst === 0
    chunks.push({ from, to, waitMs: startsBurst ? sinceWait / 48 / pacing.speed : 0 })
    sinceWait = (startsBurst ? 0 : sinceWait) + (to - from)
    from = to
  }
  return chunks
}

/** Words with their trailing space, as transcript and text deltas carry them. */
export const wordsOf = (text: string): readonly string[] => text.match(/\s*\S+\s*/g) ?? []
