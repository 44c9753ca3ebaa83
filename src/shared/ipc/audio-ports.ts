/**
 * The audio road between the worklets and main: two MessagePorts that never touch the UI thread's queue of work.
 * Messages are checked by hand (typed array, length), never by schema: nothing here may allocate for a check.
 */

/** The page receives `{ type: AUDIO_PORTS_MESSAGE }` with `ports[0]` = capture, `ports[1]` = playback. */
export const AUDIO_PORTS_MESSAGE = 'parley:audio-ports'

/**
 * Main → capture worklet. `prepare`: a turn may follow, and begins `back` samples ago, as far as they are there; `abandon`: it does not.
 * `open` also ends a running tail (speech merges); its `back` counts only where nothing was prepared. `reset` closes without an answer.
 * `ready`: what comes between turns is kept for a moment, in case the next one begins with it; off, nothing is.
 */
export type CaptureCommand =
  | { readonly type: 'prepare'; readonly back: number }
  | { readonly type: 'abandon' }
  | { readonly type: 'ready'; readonly on: boolean }
  | { readonly type: 'open'; readonly turn: string; readonly back: number }
  | { readonly type: 'close'; readonly turn: string; readonly tailSamples: number }
  | { readonly type: 'reset' }

/**
 * Capture worklet → main, in this order on one port: `ready`, frames, `closed`. `ready.early`: so many samples were there before the
 * turn was opened; they come first.
 * `pcm` has FRAME_SAMPLES samples, the last one of a turn may have fewer. `closed.samples` is the sum of all.
 */
export type CaptureFact =
  | { readonly type: 'ready'; readonly turn: string; readonly early: number }
  | { readonly type: 'frame'; readonly turn: string; readonly pcm: Int16Array }
  | { readonly type: 'closed'; readonly turn: string; readonly samples: number }

/**
 * Main → playback worklet. `end`: no more audio for this item will come. `drop`: this item is not wanted any more, the others are;
 * nothing is answered. `stop`: silence from the next render quantum on.
 */
export type PlaybackCommand =
  | { readonly type: 'write'; readonly item: string; readonly pcm: Int16Array }
  | { readonly type: 'end'; readonly item: string }
  | { readonly type: 'drop'; readonly item: string }
  | { readonly type: 'stop'; readonly id: number }

/** How much of an item was rendered, in samples at SAMPLE_RATE_HZ. */
export interface HeardItem {
  readonly item: string
  readonly heardSamples: number
}

/** Playback worklet → main. `overflow`: so much of the item found no room and will not be heard. `stopped.heard` lists every item begun or queued since the last drain or stop, in order. */
export type PlaybackFact =
  | { readonly type: 'started'; readonly item: string }
  | { readonly type: 'drained'; readonly item: string; readonly heardSamples: number; readonly underruns: number }
  | { readonly type: 'stopped'; readonly id: number; readonly heard: readonly HeardItem[]; readonly renderedAfterStop: number }
  | { readonly type: 'overflow'; readonly item: string; readonly droppedSamples: number }
