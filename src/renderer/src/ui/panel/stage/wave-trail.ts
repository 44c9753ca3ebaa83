import { loudnessOf } from '../../../state/panel/loudness'

/** More than the widest panel shows. */
const BARS = 160

/** The last readings, newest first to ask for. Made once for a stretch of sound; nothing is allocated after that. */
export class WaveTrail {
  private readonly heard = new Float32Array(BARS)
  private readonly said = new Float32Array(BARS)
  private count = 0

  /** One reading of both meters (RMS, linear): everything older moves on by one bar. */
  take(input: number, output: number): void {
    const at = this.count % BARS
    this.heard[at] = loudnessOf(input)
    this.said[at] = loudnessOf(output)
    this.count += 1
  }

  heardAt(back: number): number {
    return this.at(this.heard, back)
  }

  saidAt(back: number): number {
    return this.at(this.said, back)
  }

  private at(ring: Float32Array, back: number): number {
    return back < Math.min(this.count, BARS) ? (ring[(this.count - 1 - back) % BARS] ?? 0) : 0
  }
}
