import { LEVEL_READING_MS } from '../../../shared/levels'
import { msToSamples } from '../../../shared/audio-format'

/** `[rms, peak]`. The same array each time: a port copies it, others must read it at once. */
export type LevelSink = (reading: Float32Array) => void

const READING_SAMPLES = msToSamples(LEVEL_READING_MS)

/** RMS and peak of what passes, worklet side. Allocates nothing and does nothing until it is switched on. */
export class LevelMeter {
  private readonly reading = new Float32Array(2)
  private on = false
  private samples = 0
  private squares = 0
  private peak = 0

  constructor(private readonly sink: LevelSink) {}

  switch(on: boolean): void {
    this.on = on
    this.begin()
  }

  /** One render quantum. */
  pass(quantum: Float32Array): void {
    if (!this.on) return
    for (let at = 0; at < quantum.length; at += 1) this.hear(quantum[at] ?? 0)
    this.samples += quantum.length
    if (this.samples >= READING_SAMPLES) this.tell()
  }

  private hear(sample: number): void {
    this.squares += sample * sample
    this.peak = Math.max(this.peak, Math.abs(sample))
  }

  private tell(): void {
    this.reading[0] = Math.sqrt(this.squares / this.samples)
    this.reading[1] = this.peak
    this.begin()
    this.sink(this.reading)
  }

  private begin(): void {
    this.samples = 0
    this.squares = 0
    this.peak = 0
  }
}
