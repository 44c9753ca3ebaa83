import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { msToSamples } from '../../../src/shared/audio/audio-format'
import { type App, startApp, useEndpoint } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { startRig, type Rig } from '../support/sound/rig'
import { silenceFor, soundsWhile } from '../support/sound/sound-checks'
import { count, mark, TALK_KEY } from '../support/app/talking'
import { wordsOf } from '../support/talk/typed-talk'
import { until } from '../support/app/until'

/** More pieces of 10 ms than the player's queue has places. */
const PIECES = 20_000
const PIECE_SAMPLES = msToSamples(10)
/** More than the loudspeaker's buffers hold. */
const BUFFERED_MS = 400
const LISTEN_MS = 1_000

/** A hum: anything that is not silence. */
const sound = Buffer.from(Int16Array.from({ length: PIECES * PIECE_SAMPLES }, (_, at) => (at % 60 < 30 ? 6_000 : -6_000)).buffer)

let rig: Rig
let app: App
let server: PracticeServer
beforeAll(async () => {
  rig = await startRig()
  server = await startPracticeServer({ script: [1, 2, 3].map(() => ({ outputs: [{ kind: 'say' as const, text: 'A long story.', audio: sound }] })), pacing: { speed: 1_000, thinkMs: 0, chunkMs: 200, burst: 2 } })
  app = await startApp(rig)
  await useEndpoint(app, server)
})
afterAll(async () => {
  await app.close()
  await server.close()
  await rig.stop()
})
beforeEach(() => { server.setFaults([]) })

const ask = () => app.page.evaluate(() => window.assistant.sendText('Tell me a story.'))

/** What is heard behind the moment at which the loudspeaker's buffers are empty. */
const heardLater = async (): Promise<number> => {
  await silenceFor(BUFFERED_MS)()
  return soundsWhile(rig, silenceFor(600))
}

test.each([
  ['a press', () => rig.keyDown(TALK_KEY), 'listening'],
  ['Escape', () => rig.tapKeys('Escape'), 'idle'],
] as const)('%s silences an answer that was announced late and has no name', async (_what, act, phase) => {
  server.setFaults([{ name: 'late-created', value: 2_000 }, 'no-response-ids', 'no-ends'])
  const since = app.trace.now()
  await ask()
  await mark(app, 'playbackStarted', since)
  await silenceFor(LISTEN_MS)()
  await act()
  await mark(app, 'playbackStopped', since)
  await app.trace.untilPhase(phase, { since })
  const later = await heardLater()
  await rig.tapKeys('Escape')
  await rig.keyUp(TALK_KEY)
  await app.trace.untilPhase('idle', { since })
  expect(later).toBe(0)
})

test('20,000 pieces of 10 ms are in the player, whole', async () => {
  server.setFaults([{ name: 'small-chunks', value: 10 }])
  const since = app.trace.now()
  await ask()
  await mark(app, 'playbackStarted', since)
  await until('the whole answer', () => Promise.resolve(app.trace.wire('response.done').some(({ at }) => at > since)))
  await silenceFor(LISTEN_MS)()
  await rig.tapKeys('Escape')
  const cut = await mark(app, 'cut', since)
  expect({ received: count(cut, 'receivedSamples'), lost: app.trace.marks('overflow'), told: app.trace.marks('notice').filter(({ at }) => at > since) }).toEqual({
    received: PIECES * PIECE_SAMPLES, lost: [], told: [],
  })
})

test('a call that nobody asked for is told in one line, and what the model says then is heard', async () => {
  server.addScript([
    { outputs: [{ kind: 'function-call', name: 'clock', arguments: '{}' }, { kind: 'mcp-approval-request', serverLabel: 'docs', name: 'find', arguments: '{}' }] },
    { outputs: [{ kind: 'say', text: 'I have no clock.' }] },
  ])
  const since = app.trace.now()
  await app.page.evaluate(() => window.assistant.sendText('What time is it?'))
  await mark(app, 'playbackDrained', since)
  await app.trace.untilPhase('idle', { since })
  await eventually(async () => (await wordsOf(app.page, 'item')).slice(-4)).toEqual([
    'You: What time is it?',
    'Tool: The tool “clock” is not available here Not done',
    'Tool: The server asked to use the tool “find”; Parley refused, so it was not used.',
    'Parley: I have no clock.',
  ])
})
