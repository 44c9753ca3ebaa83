/** What the page and its worklets say to each other on `AudioWorkletNode.port`. Samples and gates never go this way. */

export const CAPTURE_PROCESSOR = 'parley-capture'
export const PLAYBACK_PROCESSOR = 'parley-playback'

/**
 * Page → worklet. `port`: `ports[0]` is the road to main; a new one replaces the old. `inputLost`: the microphone went away.
 * `levels`: whether anybody wants readings. `heard`: of how far playback is. `preview`: also of what belongs to no turn.
 * `flows`: the microphone delivers.
 */
export type PageMessage = { readonly type: 'port' } | { readonly type: 'inputLost' | 'flows' } | { readonly type: 'levels' | 'preview' | 'heard'; readonly on: boolean }

/** Both worklets → page: the RMS of the newest reading, linear. */
export type LevelReading = number

/** Capture worklet → page: nothing but digital silence for a while; once in a turn. */
export type CaptureNews = 'silent'

/** Playback worklet → page, on every change. `busy` wakes a sleeping context: a worklet that is not rendered cannot do it itself. */
export type PlaybackActivity = 'busy' | 'idle'
