import { Stop } from '../../lib/stop.mjs'
import { HUMAN, LIMITS } from '../verdict/limits'
import { firstMark, nowIn } from '../verdict/moments'
import { say, sitBack, type Stage, TALK_KEY, TOO_LATE } from './stage'
import type { Trace } from '../trace'

/** Only the newest phase counts: an interruption runs through several. */
const idle = (trace: Trace, since: number): true | undefined => {
  const last = trace.marks.findLast(({ name }) => name === 'phase')
  return last !== undefined && last.at > since && last['phase'] === 'idle' ? true : undefined
}

/** Holds the talk key, speaks, lets go, and listens until the turn is over. */
export async function playHold(stage: Stage): Promise<void> {
  const { rig, app, pause, interruptAfterMs } = stage
  const since = nowIn(app.trace())
  await rig.keyDown(TALK_KEY)
  await app.until('The microphone', LIMITS.microphone, (trace) => firstMark(trace, 'captureReady', since))
  await say(stage)
  await pause(HUMAN.lettingGo)
  await rig.keyUp(TALK_KEY)
  const release = await app.until('The end of the talk key', LIMITS.silence, (trace) => firstMark(trace, 'release', since))
  await answer(stage, release.at)
  if (interruptAfterMs !== null) await interrupt(stage, interruptAfterMs, release.at)
  await app.until('The end of the turn', LIMITS.listening, (trace) => idle(trace, release.at))
  await sitBack(stage)
}

async function answer({ app }: Stage, since: number): Promise<void> {
  const heard = await app.until('The answer', LIMITS.answer, (trace) => {
    if (firstMark(trace, 'playbackStarted', since)) return true
    return idle(trace, since) ? false : undefined
  })
  if (!heard) throw new Stop('The turn ended without an answer that could be heard.')
}

/** With the talk key; Escape then takes the press back, so that silence is no question. */
async function interrupt({ rig, app, pause }: Stage, afterMs: number, since: number): Promise<void> {
  await pause(afterMs)
  if (idle(app.trace(), since)) throw new Stop(TOO_LATE)
  await rig.keyDown(TALK_KEY)
  await pause(HUMAN.interrupting)
  await rig.tapKeys('Escape')
  await rig.keyUp(TALK_KEY)
  await app.until('Silence after the interruption', LIMITS.silence, (trace) => firstMark(trace, 'playbackStopped', since))
}
