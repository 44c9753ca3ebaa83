import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronRuntime } from '../../lib/electron-runtime.mjs'
import { Stop } from '../../lib/stop.mjs'
import type { Rig } from '../../rig/rig'
import { type DemoApp, startApp, userDataOf } from '../scenes/app'
import type { DemoOptions } from '../command-line'
import { mute, playHandsFree } from '../scenes/hands-free-scene'
import { playHold } from '../scenes/hold-scene'
import { isRead } from '../scenes/documents'
import { HUMAN, LIMITS } from './limits'
import { firstMark } from './moments'
import { picturePanel } from '../scenes/panel-picture'
import { pauses, type Stage } from '../scenes/stage'
import { ledgerBytesIn } from './survival'
import type { Trace } from '../trace'
import type { Voice } from '../scenes/voice'

/** What is left of a run when everything has been stopped. */
export interface Performance {
  readonly trace: Trace
  /** The trace's own file of events. */
  readonly wireFile: string
  /** Raw samples as they were sent. */
  readonly sent: Buffer
  /** WAV: what the loudspeaker played. */
  readonly reply: Buffer
  readonly panel: Buffer | null
  /** By the app's own account, from its database. */
  readonly ledgerBytes: number | null
  /** What did not happen, one sentence each. */
  readonly errors: readonly string[]
}

export interface Cast {
  readonly rig: Rig
  readonly runtime: ElectronRuntime
  readonly options: DemoOptions
  readonly voice: Voice
  readonly signal: AbortSignal
}

/** Empty where a run ended too early for it. */
const contentOf = (path: string): Promise<Buffer> => readFile(path).catch(() => Buffer.alloc(0))

/** Opens the app, plays the scene, takes the panel's picture, quits the app. */
export async function perform({ rig, runtime, options, voice, signal }: Cast): Promise<Performance> {
  const app = startApp(rig, runtime, options, signal)
  const stage: Stage = { rig, app, voice, interruptAfterMs: options.interruptAfterMs, pause: pauses(signal) }
  const replyFile = join(rig.folder, 'reply.wav')
  const errors = [...(await sentences(() => play(stage, options, replyFile), signal))]
  const panel = await picturePanel(rig).catch(() => null)
  if (panel === null) errors.push('The panel is not to be seen on the screen.')
  if (errors.length === 0 && options.mode === 'hands-free') errors.push(...(await sentences(() => mute(stage), signal)))
  errors.push(...app.complaints())
  const ending = await app.quit()
  if (ending !== null) errors.push(ending)
  return { trace: app.trace(), wireFile: app.wireFile, sent: await contentOf(app.sentFile), reply: await contentOf(replyFile), panel, ledgerBytes: ledgerBytesIn(userDataOf(rig)), errors }
}

const ready = (app: DemoApp) =>
  app.until('A ready connection', LIMITS.ready, (trace) => {
    if (firstMark(trace, 'connection', 0, { state: 'failed' })) throw new Stop('The app could not connect.')
    return firstMark(trace, 'started', 0) && firstMark(trace, 'connection', 0, { state: 'ready' })
  })

async function play(stage: Stage, { mode, askKnowledge }: DemoOptions, replyFile: string): Promise<void> {
  await ready(stage.app)
  if (askKnowledge) await stage.app.until('The end of the reading', LIMITS.reading, () => (isRead(userDataOf(stage.rig)) ? true : undefined))
  await stage.pause(HUMAN.lookingUp)
  const recording = await stage.rig.recordSpeaker(replyFile)
  try {
    await (mode === 'hold' ? playHold(stage) : playHandsFree(stage))
  } finally {
    await recording.stop()
  }
}

/** What did not happen is part of the report; a bug also shows where it is. */
async function sentences(work: () => Promise<void>, signal: AbortSignal): Promise<string[]> {
  try {
    await work()
    return []
  } catch (error) {
    if (signal.aborted) throw error
    if (!(error instanceof Stop)) console.error(error)
    return [error instanceof Error ? error.message : String(error)]
  }
}
