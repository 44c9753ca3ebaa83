import { MIN_COMMIT_SAMPLES, samplesToMs } from '../../../shared/audio-format'
import type { TurnStage } from './types'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Every duration of the app, in ms, each with its reason. */
export const TUNING = {
  /** People let go of the key while the last syllable still sounds (reference §12.1, 8: 100 to 200 ms). */
  releaseTailMs: 150,
  /** The device stays warm after a turn, so that a quick second press loses no first syllable. */
  micLingerMs: 5 * SECOND,
  /** The server refuses to commit less (`input_audio_buffer_commit_empty`). */
  minCommitMs: samplesToMs(MIN_COMMIT_SAMPLES),
  /** X11 reports auto-repeat as release + press, and worn switches bounce; both are over well within this. */
  releaseGraceMs: 50,
  /** A Bluetooth headset takes up to about 4 s to change its profile. */
  openingBoundMs: 10 * SECOND,
  /** A stuck key must not listen for ever. The uplink holds exactly this much. */
  longestTurnMs: 6 * MINUTE,
  /** The tail plus a busy page; the worklet answers within a frame. */
  closingBoundMs: 2 * SECOND,
  /** Outlives an ordinary reconnect (half of 40 s of back-off, on average); after a minute nobody waits any more. */
  thinkingBoundMs: MINUTE,
  /** Only a backstop against a player that never reports: longer than any answer a session of 60 min can hold. */
  speakingBoundMs: 30 * MINUTE,
  /** The server answers a `session.update` within a second; more means it does not understand it. */
  modeSwitchBoundMs: 10 * SECOND,
  /** The server's VAD needs 500 ms of silence to close a turn; the rest is its own latency and rounding. */
  padSilenceMs: 800,
  /** TCP, TLS and upgrade take 0.8 to 2.1 s from far away (reference §1.7). */
  connectBoundMs: 15 * SECOND,
  /** `session.updated` follows at once; a server that refuses our update says so and stays silent. */
  configureBoundMs: 10 * SECOND,
  /** A connection that held this long starts the next series of attempts from the beginning. */
  healthyAfterMs: MINUTE,
  /** The server pings about every 20 s (reference §1.7): two missed and a half. */
  watchdogMs: 45 * SECOND,
  /** A server that says nothing for a ping's time is asked; some never ping by themselves. */
  probeAfterMs: 20 * SECOND,
  /** A server asked for a sign of life answers within a round trip. */
  probeBoundMs: 5 * SECOND,
  /** After all attempts failed, and while a question still waits: as often as the longest back-off. */
  againAfterMs: 8 * SECOND,
  /** `response.created` follows at once; without it the request was lost. */
  createBoundMs: 15 * SECOND,
  /** Some servers never acknowledge a cancel (reference §11.3). */
  cancelBoundMs: 3 * SECOND,
} as const

/** The one time bound of each waiting state. */
export function stageBoundMs(stage: TurnStage): number {
  return STAGE_BOUNDS_MS[stage]
}

const STAGE_BOUNDS_MS: Readonly<Record<TurnStage, number>> = {
  opening: TUNING.openingBoundMs,
  listening: TUNING.longestTurnMs,
  closing: TUNING.closingBoundMs,
  thinking: TUNING.thinkingBoundMs,
  speaking: TUNING.speakingBoundMs,
}
