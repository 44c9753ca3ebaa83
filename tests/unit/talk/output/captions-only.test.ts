import { expect, test } from 'vitest'
import { said, settled, talkingWorld } from '../talking-world'

const NAMED = { response_id: 'r1', item_id: 'i1' }
const modalities = ({ session }: { readonly [field: string]: unknown }) => (session as { readonly output_modalities?: unknown }).output_modalities

test('captions only: the server is asked to write, and what is written is the answer', async () => {
  const world = await talkingWorld({ captionsOnly: true })
  world.ask()
  world.created('r1')
  world.say('response.output_text.delta', { ...NAMED, delta: 'Hello there.' })
  world.done({ id: 'r1', output: [{ ...said('i1'), content: [{ type: 'output_text', text: 'Hello there.' }] }] })
  await settled()
  expect({ asked: world.sent('session.update').map(modalities), phase: world.view().phase, told: world.told, items: world.items().at(-1) }).toMatchObject({
    asked: [['text']],
    phase: 'idle',
    told: [],
    items: { text: 'Hello there.', status: 'done' },
  })
})

test('a server that speaks all the same is read and not heard', async () => {
  const world = await talkingWorld({ captionsOnly: true })
  world.ask()
  world.created('r1')
  world.words(NAMED, 'Hello there.')
  world.sound(NAMED)
  world.done({ id: 'r1', output: [said('i1')] })
  await settled()
  expect({ played: world.played(), phase: world.view().phase, told: world.told, last: world.items().at(-1) }).toMatchObject({
    played: 0,
    phase: 'idle',
    told: [],
    last: { text: 'Hello there.', status: 'done' },
  })
})

test('chosen while something plays, it begins with the next answer', async () => {
  const world = await talkingWorld()
  world.ask()
  world.created('r1')
  world.sound(NAMED)
  world.sut.updateSettings({ captionsOnly: true })
  world.sound(NAMED)
  world.done({ id: 'r1', output: [said('i1')] })
  expect([world.played(), world.sent('session.update').map(modalities)]).toEqual([960, [['audio'], ['text']]])
})

test('a server that refuses to write is asked to do as it does', async () => {
  const world = await talkingWorld({ captionsOnly: true })
  world.sut.retryConnection()
  world.transport.last.drop({ closeCode: 1006 })
  world.wait(2)
  await settled()
  world.say('session.created', { session: {} })
  world.say('error', { error: { type: 'invalid_request_error', code: 'invalid_value', param: 'session.output_modalities', message: 'No.' } })
  world.timers.pass(400)
  expect(world.sent('session.update').map(modalities)).toEqual([['text'], undefined])
})
