/** How loud it is, in and out, for whoever draws it. Values are linear: 1 is full scale, 0.001 is -60 dBFS. */

/** One reading covers ten render quanta of the worklets: 1,280 samples at 24 kHz. */
export const LEVEL_READING_MS = 1_280 / 24
/** About 16 s of readings are remembered. */
export const LEVEL_HISTORY = 300

/**
 * One direction. A plain object that changes by itself: read it in `requestAnimationFrame`, never copy it into React state.
 * While the device is not open it stands still at zero.
 */
export interface Level {
  readonly rms: number
  readonly peak: number
  /** Readings so far. It only grows, and only while sound runs: what draws a waveform moves on by the difference. */
  readonly count: number
  /** The RMS `back` readings ago: 0 is the newest, LEVEL_HISTORY - 1 the oldest. 0 where there was none. */
  past(back: number): number
}

export interface Levels {
  /** The microphone, whenever it is open: also in the few seconds it stays warm behind a turn. */
  readonly input: Level
  /** The answer as it is rendered. */
  readonly output: Level
  /** Measuring goes on while anybody watches; the answer ends the watching. Nothing is posted for nobody. */
  watch(): () => void
}
