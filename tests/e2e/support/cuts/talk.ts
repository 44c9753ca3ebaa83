import { setTimeout as delay } from 'node:timers/promises'
import type { PracticeApp } from '../app/practice-app'
import type { Rig } from '../sound/rig'
import { TALK_KEY } from '../app/talking'
import { until } from '../app/until'
import type { Moment, TurnPlan } from './plan'
import { knife, type Knife, type Struck } from './strike'

export interface SpokenTalk {
  readonly struck: readonly Struck[]
  readonly retries: readonly number[]
}

/** Half of a minute: as long as a person would wait for an answer. */
const TURN_LIMIT_MS = 40_000
/** Refused for good: time enough for a retry that nobody asked for to show itself. */
const REFUSED_MS = 700
const ANSWER_MS = 1_100

interface Stage {
  readonly rig: Rig
  readonly talking: PracticeApp
  readonly wavs: readonly string[]
  readonly knife: Knife
}

/** Holds the whole talk by microphone and key, and cuts its connection as planned. A last turn, which nobody disturbs, closes it. */
export async function holdTalk(rig: Rig, talking: PracticeApp, wavs: readonly string[], plan: readonly TurnPlan[]): Promise<SpokenTalk> {
  const stage: Stage = { rig, talking, wavs, knife: knife(talking) }
  for (const [number, turn] of plan.entries()) await say(stage, number, turn)
  await stage.knife.settle()
  await say(stage, plan.length, { sentence: 0, interruptedAfter: null, lateWords: false, cuts: [] })
  await until('a ready connection', async () => (await talking.app.view()).connection.state === 'ready')
  return { struck: stage.knife.struck, retries: stage.knife.retries }
}

async function say(stage: Stage, number: number, plan: TurnPlan): Promise<void> {
  const { rig, talking: { app, practice }, wavs } = stage
  await sitOutRefusal(stage)
  if (plan.lateWords) practice.addFaults([{ name: 'reordered-transcription' }])
  const cutting = (moment: Moment) => plan.cuts.filter((cut) => cut.moment === moment).map((cut) => stage.knife.at(number, moment, cut))
  await Promise.all(cutting('before'))
  const before = app.trace.now()
  await rig.keyDown(TALK_KEY)
  const { at: since } = await app.trace.until('the press', (mark) => mark.name === 'press', { since: before })
  // A refusal may come first; then there is nobody to speak to, and the rest of the turn is nothing.
  await app.trace.until('an open microphone, or none', (mark) => mark.name === 'phase' && (mark['phase'] === 'listening' || mark['phase'] === 'idle'), { since })
  const during = cutting('during')
  await Promise.all([rig.speak(wavs[plan.sentence] ?? ''), ...during])
  const after = cutting('after')
  await rig.keyUp(TALK_KEY)
  await app.trace.until('the release', (mark) => mark.name === 'release', { since })
  await Promise.all(after)
  await listen(stage, plan, since, () => cutting('answering'))
}

/** Until the answer is over, or interrupted, or will not come. */
async function listen({ talking: { app }, knife }: Stage, { interruptedAfter }: TurnPlan, since: number, cutting: () => readonly Promise<void>[]): Promise<void> {
  const over = () => app.trace.marks('phase').some((mark) => mark.at > since && mark['phase'] === 'idle')
  const heard = () => app.trace.marks('playbackStarted').some((mark) => mark.at > since)
  let cuts: readonly Promise<void>[] = []
  const begun = () => {
    if (cuts.length === 0 && app.trace.marks('firstDelta').some((mark) => mark.at > since)) cuts = cutting()
    return over() || heard()
  }
  const inTime = (what: string, check: () => boolean) =>
    until(what, () => Promise.resolve(check()), TURN_LIMIT_MS).catch((late: unknown) => {
      throw new Error(`${String(late)} ${app.trace.last(40)}`)
    })
  await inTime('an answer, or the end of the turn', begun)
  await Promise.all(cuts)
  if (interruptedAfter !== null && !over()) await delay(interruptedAfter * ANSWER_MS)
  else await inTime('the end of the turn', over)
  if (interruptedAfter === null) await knife.settle()
}

/** The server has refused the key or the model; then the person tries again by talking. */
async function sitOutRefusal({ talking: { app } }: Stage): Promise<void> {
  if (app.trace.marks('connection').at(-1)?.['state'] === 'failed') await delay(REFUSED_MS)
}
