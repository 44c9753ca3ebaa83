import { Stop } from '../../lib/stop.mjs'
import { LIMITS } from '../verdict/limits'
import { firstMark, isAnswered, nowIn, serverEvents } from '../verdict/moments'
import { MODE_KEY, say, sitBack, type Stage, TALK_KEY, TOO_LATE } from './stage'
import type { Trace } from '../trace'

/** Switches to hands-free, speaks once, and listens to the answer. */
export async function playHandsFree(stage: Stage): Promise<void> {
  const { rig, app } = stage
  const since = nowIn(app.trace())
  await rig.tapKeys(MODE_KEY)
  const { at } = await app.until('Hands-free', LIMITS.mode, (trace) => firstMark(trace, 'mode', since, { mode: 'hands-free', open: true }))
  await app.until('The microphone', LIMITS.microphone, (trace) => firstMark(trace, 'captureReady', since))
  await say(stage)
  await answerTo(stage, at)
  await sitBack(stage)
}

const heard = ({ app }: Stage, since: number) =>
  app.until('The server\'s notice of speech', LIMITS.hearing, (trace) => serverEvents(trace, 'input_audio_buffer.speech_started', since)[0])

async function answerTo(stage: Stage, since: number): Promise<void> {
  const { app, interruptAfterMs } = stage
  await heard(stage, since)
  await app.until('The answer', LIMITS.answer, (trace) => fallen(trace, since) ?? firstMark(trace, 'playbackStarted', since))
  if (interruptAfterMs !== null) await interrupt(stage, interruptAfterMs, since)
  await app.until('The end of the answer', LIMITS.listening, (trace) => fallen(trace, since) ?? (isAnswered(trace) || undefined))
}

/** Says the same again, over the answer. */
async function interrupt(stage: Stage, afterMs: number, since: number): Promise<void> {
  const { app, pause } = stage
  await pause(afterMs)
  if (isAnswered(app.trace())) throw new Stop(TOO_LATE)
  const spoken = nowIn(app.trace())
  await say(stage)
  await heard(stage, spoken)
  await app.until('Silence after the interruption', LIMITS.silence, (trace) => fallen(trace, since) ?? firstMark(trace, 'playbackStopped', spoken))
}

/** The app went back to the talk key by itself. */
function fallen(trace: Trace, since: number): undefined {
  if (firstMark(trace, 'mode', since, { mode: 'hold' })) throw new Stop('The app left hands-free by itself.')
}

/** Mutes: only now is it known how much the microphone captured. */
export async function mute({ rig, app }: Stage): Promise<void> {
  const since = nowIn(app.trace())
  await rig.tapKeys(TALK_KEY)
  await app.until('The end of the open microphone', LIMITS.mode, (trace) => firstMark(trace, 'captureClosed', since))
}
