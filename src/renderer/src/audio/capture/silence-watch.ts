import { SAMPLE_RATE_HZ } from '../../../../shared/audio/audio-format'

/** What the field settled on: a person has noticed by then that nothing moves. */
const DEAD_SAMPLES = 5 * SAMPLE_RATE_HZ
/** -90 dBFS: one step of 16 bits. Every real microphone has more noise than that, also behind noise suppression. */
const FLOOR = 10 ** (-90 / 20)

/** Finds a microphone that is open and dead: its mute switch, its cable, a driver that gives zeros. Told once until `rest`. */
export class SilenceWatch {
  private samples = 0
  private isReported = false

  constructor(private readonly tell: () => void) {}

  /** One render quantum of a turn. */
  pass(quantum: Float32Array): void {
    this.samples = isDead(quantum) ? this.samples + quantum.length : 0
    if (this.isReported || this.samples < DEAD_SAMPLES) return
    this.isReported = true
    this.tell()
  }

  /** No turn listens. */
  rest(): void {
    this.samples = 0
    this.isReported = false
  }
}

function isDead(quantum: Float32Array): boolean {
  for (let at = 0; at < quantum.length; at += 1) {
    const sample = quantum[at] ?? 0
    if (sample > FLOOR || sample < -FLOOR) return false
  }
  return true
}
