import { type Level, LEVEL_HISTORY, type Levels } from '../../../shared/levels'

export type { Level, Levels } from '../../../shared/levels'

/** The page's end of one LevelMeter: a ring that is filled as readings come. */
export class LevelTrack implements Level {
  rms = 0
  peak = 0
  count = 0
  private on = false
  private tell: ((on: boolean) => void) | null = null
  private readonly ring = new Float32Array(LEVEL_HISTORY)

  past(back: number): number {
    if (back < 0 || back >= Math.min(this.count, LEVEL_HISTORY)) return 0
    return this.ring[(this.count - 1 - back) % LEVEL_HISTORY] ?? 0
  }

  take(reading: Float32Array): void {
    this.rms = reading[0] ?? 0
    this.peak = reading[1] ?? 0
    this.ring[this.count % LEVEL_HISTORY] = this.rms
    this.count += 1
  }

  /** The worklet behind it, which comes later than those who watch. */
  connect(tell: (on: boolean) => void): void {
    this.tell = tell
    tell(this.on)
  }

  switch(on: boolean): void {
    this.on = on
    this.tell?.(on)
    if (!on) this.rest()
  }

  /** The device is closed: what is not measured any more is silence, not the last value. */
  rest(): void {
    this.rms = 0
    this.peak = 0
  }
}

/** Both directions, measured while at least one watches. */
export function levelsOf(input: LevelTrack, output: LevelTrack): Levels {
  let watchers = 0
  const change = (by: 1 | -1) => {
    const before = watchers > 0
    watchers += by
    if (watchers > 0 !== before) [input, output].forEach((track) => track.switch(watchers > 0))
  }
  return {
    input,
    output,
    watch: () => {
      let watching = true
      change(1)
      return () => {
        if (watching) change(-1)
        watching = false
      }
    },
  }
}
