import type { Level, Levels } from '../../../shared/audio/levels'

export type { Level, Levels } from '../../../shared/audio/levels'

/** The page's end of one LevelMeter. */
export class LevelTrack implements Level {
  rms = 0
  private on = false
  private tell: ((on: boolean) => void) | null = null

  take(reading: number): void {
    this.rms = reading
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
