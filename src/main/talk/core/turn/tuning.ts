import { MIN_COMMIT_SAMPLES, samplesToMs } from '../../../../shared/audio/audio-format'
import { LONGEST_TURN_MINUTES } from '../../../../shared/longest-turn'
import type { Settings } from '../../../../shared/settings'
import type { TurnStage } from './types'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Every duration of the app, in ms, each with its reason. */
export const TUNING = {
  /** People let go of the key while the last syllable still sounds (docs/wire-facts.md, People's timing). */
  releaseTailMs: 150,
  /** The device stays warm after a turn, so that a quick second press loses no first syllable. */
  micLingerMs: 5 * SECOND,
  /** Where the microphone is kept ready, a turn begins this long before its key: a hand is later than the tongue. */
  preRollMs: 300,
  /** "For a while after a turn" keeps the microphone ready this long: an answer is thought over, and answered. */
  readyAfterTurnMs: 30 * SECOND,
  /** What we played may still echo in the room, or be on its way from the loudspeaker: longer than a pre-roll with a sound before it. */
  ownSoundMs: 600,
  /** The server refuses to commit less (`input_audio_buffer_commit_empty`). */
  minCommitMs: samplesToMs(MIN_COMMIT_SAMPLES),
  /** X11 reports auto-repeat as release + press, and worn switches bounce; both are over well within this. */
  releaseGraceMs: 50,
  /** A shortcut's second key follows its modifier within this, mostly (docs/wire-facts.md, People's timing). */
  modifierGuardMs: 100,
  /** Shorter is a tap, longer a hold; two presses within it are a double-tap, as two clicks are on a desktop (there too, People's timing). */
  tapMs: 500,
  /** How often the system is asked whether a held key really is down (there too, People's timing). */
  keyReadMs: 10 * SECOND,
  /** What was discarded can be taken back this long: three seconds were gone before the offer was read (ADR 11). */
  undoMs: 8 * SECOND,
  /** A Bluetooth headset takes up to about 4 s to change its profile. */
  openingBoundMs: 10 * SECOND,
  longestTurnMs: LONGEST_TURN_MINUTES * MINUTE,
  /** The part of the longest turn after which its end is announced: 5 of 6 minutes. */
  reminderShare: 5 / 6,
  /** The tail plus a busy page; the worklet answers within a frame. */
  closingBoundMs: 2 * SECOND,
  /** Outlives an ordinary reconnect (half of 40 s of back-off, on average); after a minute nobody waits any more. */
  thinkingBoundMs: MINUTE,
  /** From the last that was heard of a call: a card waits a minute for a hand (docs/protocol.md), and what takes longer than half a minute to do is told later. */
  actingBoundMs: 2 * MINUTE,
  /** No sound has come of an item for so long: it has ended, though the server never says so. With the next bound it must stay within what a person waits for. */
  silentItemBoundMs: 30 * SECOND,
  /** Nothing of an answer has come for so long, and all of it was heard: no more will come, whatever the server owes. */
  silentAnswerBoundMs: MINUTE,
  /** An `error` that names nobody may be the answer to our request; a server that goes on to answer does so at once. */
  namelessErrorGraceMs: SECOND,
  /** Such an `error` behind the announcement of an answer: the first words of a slow server may still come. */
  announcedErrorGraceMs: 5 * SECOND,
  /** Only a backstop against a player that never reports: longer than any answer a session of 60 min can hold. */
  speakingBoundMs: 30 * MINUTE,
  /** The server answers a `session.update` within a second; more means it does not understand it. */
  modeSwitchBoundMs: 10 * SECOND,
  /** Behind the silence that the server's VAD waits for: its own latency and rounding. */
  padMarginMs: 300,
  /** TCP, TLS and upgrade take 0.8 to 2.1 s from far away (docs/wire-facts.md, Connecting). */
  connectBoundMs: 15 * SECOND,
  /** `session.updated` follows at once; a server that refuses our update says so and stays silent. */
  configureBoundMs: 10 * SECOND,
  /** An error that names no event may be the refusal of our `session.update`, or none: its `session.updated`, or the close, would come within this. */
  refusalGraceMs: 300,
  /** And where nothing is left to ask for: a server may be slow to say that it has taken it. */
  lateUpdatedMs: 5_000,
  /** A connection that held this long starts the next series of attempts from the beginning. */
  healthyAfterMs: MINUTE,
  /** The server pings about every 20 s (docs/wire-facts.md, Frames and pings): two missed and a half. */
  watchdogMs: 45 * SECOND,
  /** A server that says nothing for a ping's time is asked; some never ping by themselves. */
  probeAfterMs: 20 * SECOND,
  /** What came before there was doubt may still wait to be read: it is no sign of life. */
  probeSettleMs: 100,
  /** A server asked for a sign of life answers within a round trip. */
  probeBoundMs: 5 * SECOND,
  /** After all attempts failed, and while a question still waits: as often as the longest back-off. */
  againAfterMs: 8 * SECOND,
  /** `response.created` follows at once; without it the request was lost. */
  createBoundMs: 15 * SECOND,
  /** A small model writes down the longest question in this, on an ordinary computer; the turn itself waits a minute. */
  questionWordsBoundMs: 20 * SECOND,
  /** A server that cannot be interrupted has to come to the end of what nobody hears; it makes its sound faster than it plays. */
  uncancelledBoundMs: 30 * SECOND,
  /** Some servers never acknowledge a cancel (docs/wire-facts.md, Older and other servers). */
  cancelBoundMs: 3 * SECOND,
} as const

const STAGE_BOUNDS_MS: Readonly<Record<TurnStage, number>> = {
  opening: TUNING.openingBoundMs,
  listening: TUNING.longestTurnMs,
  closing: TUNING.closingBoundMs,
  thinking: TUNING.thinkingBoundMs,
  speaking: TUNING.speakingBoundMs,
  acting: TUNING.actingBoundMs,
}

/** The one time bound of each waiting state, as far as the person has no other wish. */
export function stageBoundMs(stage: TurnStage, { longestTurnMinutes, deliverWithinSeconds }: Wishes): number {
  const bound = STAGE_BOUNDS_MS[stage]
  if (stage === 'listening') return Math.min(bound, longestTurnMinutes * MINUTE)
  return stage === 'thinking' ? Math.max(bound, deliverWithinSeconds * SECOND + TUNING.thinkingBoundMs / 2) : bound
}

type Wishes = Pick<Settings, 'longestTurnMinutes' | 'deliverWithinSeconds'>
