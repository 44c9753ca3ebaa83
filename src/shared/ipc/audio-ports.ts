/**
 * The audio road between the worklets and main: two MessagePorts that never touch the UI thread's queue of work.
 * Messages are checked by hand (typed array, length), never by schema: nothing here may allocate for a check.
 */

/** The page receives `{ type: AUDIO_PORTS_MESSAGE }` with `ports[0]` = capture, `ports[1]` = playback. */
export const AUDIO_PORTS_MESSAGE = 'parley:audio-ports'

/** Main → capture worklet. `open` also ends a running tail (speech merges); `reset` closes without an answer. */
export type CaptureCommand =
  | { readonly type: 'open'; readonly turn: string }
  | { readonly type: 'close'; readonly turn: string; readonly tailSamples: number }
  | { readonly type: 'reset' }

/**
 * Capture worklet → main, in this order on one port: `ready`, frames, `closed`.
 * `pcm` has FRAME_SAMPLES samples, the last one of a turn may have fewer. `closed.samples` is the sum of all.
 */
export type CaptureFact =
  | { readonly type: 'ready'; readonly turn: string }
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
