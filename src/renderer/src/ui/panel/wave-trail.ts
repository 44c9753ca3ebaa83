import { loudnessOf } from '../../state/loudness'

/** One bar for each reading of the meters. */
export const BAR_MS = 1_280 / 24
/** More than the widest panel shows. */
const BARS = 160

/** The last readings, newest first to ask for. Made once for a stretch of sound; nothing is allocated in a frame. */
export class WaveTrail {
  private readonly heard = new Float32Array(BARS)
  private readonly said = new Float32Array(BARS)
  private count = 0
  private last = Number.NEGATIVE_INFINITY

  /** Call it in every frame: it takes a reading whenever one is due. `now`: ms. */
  read(now: number, input: number, output: number): void {
    const at = this.count % BARS
    if (now - this.last < BAR_MS) return this.raise(this.count === 0 ? 0 : (this.count - 1) % BARS, input, output)
    this.last = now
    this.heard[at] = loudnessOf(input)
    this.said[at] = loudnessOf(output)
    this.count += 1
  }

  /** How much of the next bar's time has passed, 0 to 1. */
  fraction(now: number): number {
    return Math.min(1, (now - this.last) / BAR_MS)
  }

  heardAt(back: number): number {
    return this.at(this.heard, back)
  }

  saidAt(back: number): number {
    return this.at(this.said, back)
  }

  private raise(at: number, input: number, output: number): void {
    this.heard[at] = Math.max(this.heard[at] ?? 0, loudnessOf(input))
    this.said[at] = Math.max(this.said[at] ?? 0, loudnessOf(output))
  }

  private at(ring: Float32Array, back: number): number {
    return back < Math.min(this.count, BARS) ? (ring[(this.count - 1 - back) % BARS] ?? 0) : 0
  }
}
