import { setTimeout as delay } from 'node:timers/promises'
import { Stop } from '../../lib/stop.mjs'
import type { Rig } from '../../rig/rig'
import type { DemoApp } from './app'
import { HUMAN, LIMITS } from '../verdict/limits'
import type { Voice } from './voice'

/** Who and what plays: the rig's keyboard and sound, the app, the voice. */
export interface Stage {
  readonly rig: Rig
  readonly app: DemoApp
  readonly voice: Voice
  readonly interruptAfterMs: number | null
  readonly pause: (ms: number) => Promise<void>
}

/** The key that is held: right Ctrl, the app's default, as an X keysym. */
export const TALK_KEY = 'Control_R'
/** The chord that changes the mode, the app's default. */
export const MODE_KEY = 'ctrl+alt+h'

export const TOO_LATE = 'The answer was over before it could be interrupted: choose a smaller --interrupt-after.'

/** Says the whole recording. */
export async function say({ rig, voice, pause }: Stage): Promise<void> {
  const speech = rig.startSpeaking(voice.path)
  const ended = await Promise.race([speech.done, pause(voice.seconds * 1_000 + LIMITS.speaking).then(() => 'late' as const)])
  if (ended !== 'late') return
  await speech.stop()
  throw new Stop('The recording was not spoken to its end in time.')
}

/** Ends with what was in the loudspeaker already. */
export const sitBack = ({ pause }: Stage): Promise<void> => pause(HUMAN.afterwards)

/** A pause that Ctrl+C ends. */
export const pauses = (signal: AbortSignal) => async (ms: number): Promise<void> => {
  await delay(ms, undefined, { signal })
}
