import { beforeEach, expect, test } from 'vitest'
import { VoiceSampler } from '../../../src/main/providers/voice-sampler'
import { encodePcm } from '../../../src/main/talk/input/pcm-encoder'
import { appError } from '../../../src/shared/errors/errors'
import { err, ok } from '../../../src/shared/result'
import { defaultSettings } from '../../../src/shared/settings'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeTransport } from '../../fakes/fake-transport'

let transport: FakeTransport
let timers: FakeTimers
let sut: VoiceSampler
beforeEach(() => {
  transport = new FakeTransport()
  timers = new FakeTimers()
  sut = new VoiceSampler(transport, timers)
})

const TARGET = { url: 'wss://example.com/v1/realtime?model=m', headers: { Authorization: 'Bearer k' } }
const WISH = { settings: { ...defaultSettings('linux'), captionsOnly: true, speed: 1.25 }, voice: 'cedar', sentence: 'Hi, I’m Cedar.' }
const turn = () => new Promise((resolve) => setImmediate(resolve))
const sound = (samples: number) => ({ type: 'response.output_audio.delta', response_id: 'r', item_id: 'i', delta: encodePcm(new Int16Array(samples).fill(7)) })

async function asked() {
  const outcome = sut.ask(Promise.resolve(ok(TARGET)), WISH)
  await turn()
  transport.last.say({ type: 'session.created', session: {} })
  transport.last.say({ type: 'session.updated', session: {} })
  return { outcome }
}

const left = () => ({ closed: transport.sockets.map(({ closed }) => closed), timers: timers.waiting })

test('one sentence in that voice, asked of one session, which is closed behind it', async () => {
  const { outcome } = await asked()
  transport.last.say(sound(3))
  transport.last.say(sound(2))
  transport.last.say({ type: 'response.done', response: { id: 'r', status: 'completed', output: [], usage: { output_tokens: 4 } } })
  const said = await outcome
  const [update, ...rest] = transport.last.sent
  expect({ said, target: transport.last.target, update, rest, ...left() }).toMatchObject({
    said: { ok: true, value: { pcm: new Int16Array(5).fill(7), response: 'r', usage: { output_tokens: 4 } } },
    target: TARGET,
    update: { type: 'session.update', session: { output_modalities: ['audio'], max_output_tokens: 400, audio: { output: { voice: 'cedar', speed: 1.25 }, input: { transcription: null } } } },
    rest: [{ type: 'conversation.item.create', item: { content: [{ text: 'Hi, I’m Cedar.' }] } }, { type: 'response.create' }],
    closed: [true],
    timers: 0,
  })
})

test('whoever says more than a sentence is cut after eight seconds', async () => {
  const { outcome } = await asked()
  for (let second = 0; second < 9 && !transport.last.closed; second += 1) transport.last.say(sound(24_000))
  const said = await outcome
  expect({ samples: said.ok && said.value?.pcm.length, ...left() }).toEqual({ samples: 192_000, closed: [true], timers: 0 })
})

test.each([
  ['a voice that the server does not have', { type: 'error', error: { type: 'invalid_request_error', code: 'invalid_value', message: 'No such voice.' } }, 'protocol'],
  ['an answer that failed', { type: 'response.done', response: { id: 'r', status: 'failed', output: [], status_details: { type: 'failed', error: { type: 'insufficient_quota', code: 'insufficient_quota', message: '' } } } }, 'quota'],
  ['an answer without sound', { type: 'response.done', response: { id: 'r', status: 'completed', output: [] } }, 'answer-empty'],
])('%s is told, and nothing is left open', async (_what, event, tag) => {
  const { outcome } = await asked()
  transport.last.say(event)
  const said = await outcome
  expect({ tag: !said.ok && said.error.tag, ...left() }).toEqual({ tag, closed: [true], timers: 0 })
})

test('an error that means nothing ends nothing', async () => {
  const { outcome } = await asked()
  transport.last.say({ type: 'error', error: { type: 'invalid_request_error', code: 'response_cancel_not_active', message: '' } })
  transport.last.say(sound(1))
  transport.last.say({ type: 'response.done', response: { id: 'r', status: 'completed', output: [] } })
  expect(await outcome).toMatchObject({ ok: true, value: { pcm: Int16Array.of(7) } })
})

test('nobody answers for 12 s; a socket that ends says why; a key that is missing is said before', async () => {
  const { outcome } = await asked()
  timers.pass(12_000)
  const silent = await outcome
  const second = sut.ask(Promise.resolve(ok(TARGET)), WISH)
  await turn()
  transport.last.drop({ closeCode: null, httpStatus: 401 })
  const tags = [silent, await second, await sut.ask(Promise.resolve(err(appError('no-key'))), WISH)].map((said) => (said.ok ? 'ok' : said.error.tag))
  expect({ tags, ...left() }).toEqual({ tags: ['timeout', 'auth', 'no-key'], closed: [true, true], timers: 0 })
})

test('stopped while the keychain is still asked, no socket is made; stopped later, it is closed', async () => {
  const first = sut.ask(turn().then(() => ok(TARGET)), WISH)
  sut.stop()
  await turn()
  const { outcome } = await asked()
  sut.stop()
  expect({ first: await first, second: await outcome, ...left() }).toEqual({ first: ok(null), second: ok(null), closed: [true], timers: 0 })
})
