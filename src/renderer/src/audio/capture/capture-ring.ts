import { SAMPLE_RATE_HZ } from '../../../../shared/audio/audio-format'
import type { FramePacker } from './frame-packer'

/** While a turn is only possible: a press begins 300 ms before its key. */
const KEPT_SAMPLES = SAMPLE_RATE_HZ / 2
/** While a press is being decided on nothing of it may go; main may be busy at that moment. */
const MOST_SAMPLES = 2 * SAMPLE_RATE_HZ

/** The newest samples that belong to no turn. Nothing of it leaves but by `pour`. Worklet side: it allocates once. */
export class CaptureRing {
  private readonly samples = new Float32Array(MOST_SAMPLES)
  /** Where the next sample goes. */
  private at = 0
  private kept = 0

  /** One render quantum. `whole`: also what is older than the moment that is kept otherwise. */
  push(quantum: Float32Array, whole: boolean): void {
    for (let from = 0; from < quantum.length; from += 1) {
      this.samples[this.at] = quantum[from] ?? 0
      this.at = this.at + 1 === MOST_SAMPLES ? 0 : this.at + 1
    }
    this.kept = Math.min(this.kept + quantum.length, whole ? MOST_SAMPLES : KEPT_SAMPLES)
  }

  get length(): number {
    return this.kept
  }

  /** Gives the newest `count` samples away, oldest first, and forgets all. Answers how many there were. */
  pour(count: number, packer: FramePacker): number {
    const poured = Math.min(count, this.kept)
    const from = (this.at - poured + MOST_SAMPLES) % MOST_SAMPLES
    const first = Math.min(poured, MOST_SAMPLES - from)
    packer.push(this.samples, first, from)
    packer.push(this.samples, poured - first)
    this.wipe()
    return poured
  }

  /** Not only out of reach: gone. */
  wipe(): void {
    if (this.kept === 0) return
    this.samples.fill(0)
    this.kept = 0
  }
}
