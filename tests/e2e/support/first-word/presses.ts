import { setTimeout as delay } from 'node:timers/promises'
import { type PracticeApp, session } from '../app/practice-app'
import type { Rig } from '../sound/rig'
import { TALK_KEY } from '../app/talking'
import { clicksIn } from './click-train'
import { matchClicks } from './match-clicks'
import { lastEdge, watchEdges } from '../talk/key-edges'
import type { SinkRecorder } from './sink-recorder'

/** The clicks that are looked at, around the key. */
export const [FROM_MS, TO_MS] = [-200, 400]
/** Around them, so that clicks of the turn are found again in the recording. */
const MARGIN_MS = 300
/** The tail of the last press is over, and the train has begun. */
const BEFORE_KEY_MS = 700
const HELD_MS = 800
/** The recording comes through a pipe. */
const ARRIVED_MS = 150
const MOST_TRIES = 5

/** One click: when it was, in ms from the key, and whether it is in the question that the server got. */
export interface HeardClick {
  readonly offsetMs: number
  readonly heard: boolean
}

export interface PressParts {
  readonly rig: Rig
  readonly talking: PracticeApp
  readonly sink: SinkRecorder
  readonly wav: string
}

/** Presses, in the middle of a train of clicks, and lets go. What the sink got is compared with what the server got; null: nobody can say. */
async function pressAmongClicks({ rig, talking, sink, wav }: PressParts): Promise<readonly HeardClick[] | null> {
  const { app, practice } = talking
  const since = app.trace.now()
  const train = rig.startSpeaking(wav)
  await delay(BEFORE_KEY_MS)
  await rig.keyDown(TALK_KEY)
  await app.trace.until('the key', ({ name }) => name === 'prepare', { since }) // or the edge would be that of the press before
  const edge = await lastEdge(app)
  await delay(HELD_MS)
  await rig.keyUp(TALK_KEY)
  await app.trace.untilPhase('thinking', { since })
  await train.stop()
  await app.trace.until('a commit that was heard', ({ name }) => name === 'commit', { since })
  await delay(ARRIVED_MS)
  const sent = session(practice).committedAudio.at(-1) ?? Buffer.alloc(0)
  await rig.tapKeys('Escape')
  await app.trace.untilPhase('idle', { since })
  const { pcm, startMs, steady } = sink.between(edge + FROM_MS - MARGIN_MS, edge + HELD_MS + MARGIN_MS)
  const played = clicksIn(pcm).map((at) => startMs - edge + (at * 1_000) / 24_000)
  const heard = matchClicks(played, clicksIn(sent).map((at) => (at * 1_000) / 24_000))
  if (!steady) return null
  return played.map((offsetMs, place) => ({ offsetMs, heard: heard.has(place) })).filter(({ offsetMs }) => offsetMs >= FROM_MS && offsetMs <= TO_MS)
}

export async function forPresses(parts: PressParts, clicks: number, before: () => Promise<void>): Promise<readonly (readonly HeardClick[])[]> {
  const presses: (readonly HeardClick[])[] = []
  await watchEdges(parts.talking.app)
  for (let tries = 0; presses.flat().length < clicks; tries += 1) {
    if (tries > MOST_TRIES * (presses.length + 1)) throw new Error('This machine is too busy to measure anything.')
    await before()
    const clicksOf = await pressAmongClicks(parts)
    if (clicksOf !== null) presses.push(clicksOf)
  }
  return presses
}

/** When the turn begins: the last click before the first that was heard, in ms from the key; the very first one where all were. */
export const heardFrom = (clicks: readonly HeardClick[]): number => {
  const first = clicks.findIndex(({ heard }) => heard)
  return first === -1 ? TO_MS : (clicks[first - 1]?.offsetMs ?? FROM_MS)
}

/** Missed in the middle of the turn: that is no matter of when it begins, but of a sound system that stumbled. */
export const missedWithin = (clicks: readonly HeardClick[]): number => clicks.slice(clicks.findIndex(({ heard }) => heard)).filter(({ heard }) => !heard).length
