import { expect, test } from 'vitest'
import { said, talkingWorld } from '../talking-world'

const NAMED = { response_id: 'r1', item_id: 'i1' }

test('an answer of which the server tells no end at all', async () => {
  const world = await talkingWorld({ sleepAfterMinutes: 1 })
  world.ask()
  world.created('r1')
  world.sound(NAMED)
  world.say('response.output_audio_transcript.done', { ...NAMED, transcript: 'Hello there.' })
  world.wait(30)
  world.drain('i1')
  const between = [world.view().phase, ...world.audio.calls.filter((call) => call.startsWith('end')).map(() => 'end')]
  world.wait(61)
  const after = [world.view().phase, world.items().at(-1)?.text, ...world.told]
  world.wait(70)
  expect([between, after, world.view().connection.state]).toEqual([['speaking', 'end'], ['idle', 'Hello there.'], 'asleep'])
})

test.each([
  ['text', { type: 'text', text: 'Hello there.' }],
  ['output_text', { type: 'output_text', text: 'Hello there.' }],
  ['audio', { type: 'audio', transcript: 'Hello there.' }],
])('words that only the end of their part tells (%s) are an answer, once', async (_type, part) => {
  const world = await talkingWorld()
  world.ask()
  world.created('r1')
  world.say('response.content_part.done', { ...NAMED, content_index: 0, part })
  world.say('response.content_part.done', { ...NAMED, content_index: 0, part })
  world.say('response.output_item.done', { response_id: 'r1', item: { ...said('i1', ''), content: [] } })
  world.done({ id: 'r1', output: [] })
  world.wait(1)
  expect([world.items().at(-1), world.view().phase, world.told]).toEqual([{ role: 'assistant', text: 'Hello there.', status: 'done', heardChars: null }, 'idle', []])
})
