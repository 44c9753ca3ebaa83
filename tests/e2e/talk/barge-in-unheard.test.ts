import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../../scripts/rig/part'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { items, mark, sentence, TALK_KEY } from '../support/app/talking'

/** Its answer is still being sent at the press, however long that takes. */
const QUESTION = 'Please tell me a story, and let it be a long one, so that I can interrupt you in the middle of it.'

let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig, { pacing: { speed: 1.1, chunkMs: 100, burst: 1 } })
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

/** A loudspeaker that takes its time to wake up, like one on Bluetooth. */
const loudspeaker = (state: 'asleep' | 'awake'): Promise<string> => runTool('pactl', ['suspend-sink', 'spk', state === 'asleep' ? '1' : '0'], rig.env)

test('an answer of which nothing was heard is deleted on the server, not truncated', async () => {
  const { app, practice } = talking
  const wav = await sentence(rig, 'hello', 'Hello?')
  const since = app.trace.now()
  await loudspeaker('asleep')
  await app.page.evaluate((text) => window.assistant.sendText(text), QUESTION)
  await mark(app, 'firstDelta', since)
  await rig.keyDown(TALK_KEY)
  await mark(app, 'firstFrame', since) // the loudspeaker was told to stop before the microphone was opened
  await loudspeaker('awake')
  const cut = await mark(app, 'cut', since)
  await rig.speak(wav)
  await rig.keyUp(TALK_KEY)
  await app.trace.untilPhase('idle', { since: cut.at })

  const { received, truncations, sentTypes } = session(practice)
  const deleted = received.filter(({ type }) => type === 'conversation.item.delete').map((event) => event['item_id'])
  const shown = (await items(app)).map(({ role, status, heardChars }) => [role, status, heardChars])
  expect({ heard: cut['heardSamples'], deleted, truncations, refused: sentTypes.includes('error'), shown }).toEqual({
    heard: 0,
    deleted: [app.trace.wireOf(cut['item'])],
    truncations: [],
    refused: false,
    // Still on the screen, in its place, although the server has forgotten it.
    shown: [['user', 'done', null], ['assistant', 'interrupted', 0], ['user', 'done', null], ['assistant', 'done', null]],
  })
})
