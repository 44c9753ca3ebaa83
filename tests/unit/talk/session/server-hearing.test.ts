import { expect, test, vi } from 'vitest'
import { samplePng } from '../../../fakes/sample-images'
import { assistantWith, settled } from '../../app/assistant-world'

type World = Awaited<ReturnType<typeof assistantWith>>

async function ready(settings: Parameters<typeof assistantWith>[0] = {}) {
  const world = await assistantWith(settings)
  answer(world)
  return world
}

function answer({ transport: { last } }: World): void {
  last.say({ type: 'session.created', session: {} })
  last.say({ type: 'session.updated', session: {} })
}

async function handsFree() {
  const world = await ready()
  world.sut.setMode('hands-free')
  world.transport.last.say({ type: 'session.updated', session: {} })
  return world
}

const hears = ({ transport: { last } }: World) => last.say({ type: 'input_audio_buffer.speech_started', item_id: 'item_1', audio_start_ms: 0 })
const types = ({ transport: { last } }: World) => last.sent.map(({ type }) => type)

test('speech that a server hears while the key is up sends no image and keeps nothing awake', async () => {
  const world = await ready()
  world.sut.attachImage('shot.png', samplePng(4, 4))
  hears(world)
  world.transport.last.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' })
  idle(world, 5)
  expect({ sent: types(world), waiting: world.view().attachments.length, state: world.view().connection.state }).toEqual({ sent: ['session.update'], waiting: 1, state: 'asleep' })
})

test('and the same after hands-free is over', async () => {
  const world = await handsFree()
  world.sut.setMode('hold')
  world.transport.last.say({ type: 'session.updated', session: {} })
  hears(world)
  world.transport.last.say({ type: 'input_audio_buffer.committed', item_id: 'item_1' })
  idle(world, 6)
  expect(world.view().connection.state).toBe('asleep')
})

test('muted, an image waits, and sleep comes without a word or a sound; unmuting listens again', async () => {
  const world = await handsFree()
  world.sut.press()
  world.sut.attachImage('shot.png', samplePng(4, 4))
  hears(world)
  const sounds = world.audio.calls.length
  idle(world, 5)
  const { connection, notice, mode, muted, attachments } = world.view()
  expect({ connection, notice, mode, muted, waiting: attachments.length, sounds: world.audio.calls.slice(sounds).filter((call) => call.startsWith('earcon')) }).toEqual({
    connection: { state: 'asleep' }, notice: null, mode: 'hands-free', muted: true, waiting: 1, sounds: [],
  })
  world.sut.press()
  await settled()
  answer(world)
  world.transport.last.say({ type: 'session.updated', session: {} })
  expect([world.transport.sockets.length, world.audio.openTurn !== null]).toEqual([2, true])
})

test('what a server heard before the mute and never answered is a draft when it falls asleep', async () => {
  const world = await handsFree()
  hears(world)
  say(world, 20)
  world.sut.press()
  const saved = vi.spyOn(world.history, 'saveDraft')
  idle(world, 6)
  expect([world.view().connection.state, saved.mock.calls.map(([{ ms }]) => ms)]).toEqual(['asleep', [400]])
})

test('quit in mid-sentence, hands-free: what was said is a draft', async () => {
  const world = await handsFree()
  hears(world)
  say(world, 30)
  const saved = vi.spyOn(world.history, 'saveDraft')
  await world.sut.stop()
  expect(saved.mock.calls.map(([{ ms }]) => ms)).toEqual([600])
})

test('an error of long ago does not make a silent close 4000 a refusal, once an answer has come through', async () => {
  const world = await ready()
  world.transport.last.say({ type: 'error', error: { type: 'invalid_request_error', code: 'brand_new', message: 'no' } })
  world.transport.last.say({ type: 'response.created', response: { id: 'resp_1' } })
  world.transport.last.say({ type: 'response.done', response: { id: 'resp_1', status: 'completed', output: [] } })
  world.transport.last.drop({ closeCode: 4_000 })
  const refused = await ready()
  refused.transport.last.say({ type: 'error', error: { type: 'invalid_request_error', code: 'brand_new', message: 'no' } })
  refused.transport.last.drop({ closeCode: 4_000 })
  expect([world.view().connection.state, refused.view().connection.state]).toEqual(['asleep', 'failed'])
})

test('settings that change while a session is set up reach it as soon as it is ready', async () => {
  const world = await assistantWith()
  world.transport.last.say({ type: 'session.created', session: {} })
  world.sut.updateSettings({ instructions: 'Answer in verse.' })
  world.transport.last.say({ type: 'session.updated', session: {} })
  expect(world.transport.last.sent.map((event) => JSON.stringify(event).includes('in verse'))).toEqual([false, true])
})

/** Nothing is said, but the line lives. */
function idle({ timers, transport: { last } }: World, minutes: number): void {
  for (let part = 0; part < minutes * 6 && !last.closed; part += 1) {
    last.listener.alive()
    timers.pass(10_000)
  }
}

function say({ audio }: World, frames: number): void {
  const turn = audio.openTurn
  if (turn === null) throw new Error('the gate is shut')
  for (let frame = 0; frame < frames; frame += 1) audio.facts.captureFrame(turn, new Int16Array(480))
}
