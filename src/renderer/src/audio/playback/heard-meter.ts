import { msToSamples } from '../../../../shared/audio/audio-format'
import { HEARD_READING_MS, type HeardReading } from '../../../../shared/audio/heard-readings'

const READING_SAMPLES = msToSamples(HEARD_READING_MS)

/** Tells now and then how far playback is, worklet side. Does nothing until it is switched on. */
export class HeardMeter {
  private on = false
  private samples = 0
  private toldAny = false

  constructor(
    private readonly read: () => readonly HeardReading[],
    private readonly sink: (readings: readonly HeardReading[]) => void,
  ) {}

  switch(on: boolean): void {
    this.on = on
    this.samples = READING_SAMPLES
    this.toldAny = false
  }

  /** One render quantum. When nothing plays any more, that is told once. */
  pass(samples: number, busy: boolean): void {
    if (!this.on || (!busy && !this.toldAny)) return
    this.samples += samples
    if (busy && this.samples < READING_SAMPLES) return
    this.samples = 0
    this.toldAny = busy
    this.sink(this.read())
  }
}
