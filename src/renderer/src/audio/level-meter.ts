import { msToSamples } from '../../../shared/audio/audio-format'
import { LEVEL_READING_MS } from '../../../shared/audio/levels'

const READING_SAMPLES = msToSamples(LEVEL_READING_MS)

/** RMS of what passes, worklet side. Allocates nothing, and does nothing until it is switched on. */
export class LevelMeter {
  private on = false
  private samples = 0
  private reported = 0
  private squares = 0

  constructor(private readonly sink: (rms: number) => void) {}

  switch(on: boolean): void {
    this.on = on
    this.begin()
  }

  /** One render quantum. */
  pass(quantum: Float32Array): void {
    if (!this.on) return
    for (let at = 0; at < quantum.length; at += 1) this.squares += (quantum[at] ?? 0) ** 2
    this.samples += quantum.length
    if (this.samples >= READING_SAMPLES) this.tell()
  }

  /** What passes now is nobody's to see: silence, told once. */
  rest(): void {
    this.begin()
    if (this.reported > 0) this.say(0)
  }

  private tell(): void {
    const rms = Math.sqrt(this.squares / this.samples)
    this.begin()
    this.say(rms)
  }

  private say(rms: number): void {
    this.reported = rms
    this.sink(rms)
  }

  private begin(): void {
    this.samples = 0
    this.squares = 0
  }
}
