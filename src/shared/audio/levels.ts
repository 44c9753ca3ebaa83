/** How loud it is, in and out, for whoever draws it. */

/** One reading covers ten render quanta of the worklets: 1,280 samples at 24 kHz. */
export const LEVEL_READING_MS = 1_280 / 24

/** One direction. A plain object that changes by itself: look at it when you draw, never copy it into React state. */
export interface Level {
  /** Of the newest reading. Linear: 1 is full scale, 0.001 is -60 dBFS. 0 while the device is not open. */
  readonly rms: number
}

export interface Levels {
  /** The microphone, whenever it is open: also in the few seconds it stays warm behind a turn. */
  readonly input: Level
  /** The answer as it is rendered. */
  readonly output: Level
  /** Measuring goes on while anybody watches; the answer ends the watching. Nothing is posted for nobody. */
  watch(): () => void
}
