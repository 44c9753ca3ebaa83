import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findElectronRuntime, sandboxSwitches } from '../../../scripts/lib/electron-runtime.mjs'
import { startRig, type Rig } from '../support/sound/rig'
import { makeSpeech } from '../support/sound/rig-speech'
import { loudestIn } from '../support/sound/sound-checks'
import { until } from '../support/app/until'

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'rig-app')
const CONTROL_RIGHT = 3613

/** Of full scale. Silence in the rig is exactly zero. */
const isAudible = (level: number): boolean => level > 0.1

let rig: Rig
beforeAll(async () => { rig = await startRig() })
afterAll(async () => { await rig.stop() })

/** Reads facts until one carries this name. */
async function factCalled(name: string, lines: AsyncIterator<string>, seen: Record<string, unknown>[]): Promise<void> {
  for (;;) {
    const { value, done } = await lines.next()
    if (done) throw new Error(`The app left before it told "${name}".`)
    const fact: Record<string, unknown> = JSON.parse(value)
    seen.push(fact)
    if (name in fact) return
  }
}

async function openApp(): Promise<{ readonly app: ChildProcess; readonly lines: AsyncIterator<string> }> {
  const { executable } = await findElectronRuntime({ say: () => undefined })
  const app = spawn(executable, [...sandboxSwitches(), FIXTURE], { env: rig.env, stdio: ['pipe', 'pipe', 'ignore'] })
  return { app, lines: createInterface({ input: app.stdout })[Symbol.asyncIterator]() }
}

test('a real app in the rig hears, is heard, sees both edges of a key and keeps a secret', async () => {
  const [wav, heard] = [join(rig.folder, 'speech.wav'), join(rig.folder, 'heard.wav')]
  await makeSpeech('The rig is speaking into the microphone now.', wav)
  const { app, lines } = await openApp()
  const seen: Record<string, unknown>[] = []

  await factCalled('keychain', lines, seen)
  await rig.keyDown('Control_R')
  await rig.keyUp('Control_R')
  await factCalled('up', lines, seen)
  const recording = await rig.recordSpeaker(heard) // the app plays as soon as it has heard
  const speech = rig.startSpeaking(wav)
  await factCalled('loudest', lines, seen)
  await speech.stop()
  await factCalled('played', lines, seen)
  await until('a tone at the loudspeaker', async () => isAudible(await loudestIn(heard)))
  await recording.stop()
  app.stdin?.end()
  const [code] = await once(app, 'exit')

  expect({ code, seen, heard: await loudestIn(heard) }).toEqual({
    code: 0,
    seen: [
      { name: 'Rig App', version: '1.2.3', packaged: false, keychain: { read: 'secret', deleted: true, left: null } },
      { down: CONTROL_RIGHT },
      { up: CONTROL_RIGHT },
      { loudest: expect.toSatisfy(isAudible) },
      { played: true },
    ],
    heard: expect.toSatisfy(isAudible),
  })
})
