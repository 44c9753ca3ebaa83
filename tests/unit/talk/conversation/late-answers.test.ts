import { expect, test } from 'vitest'
import { said, talkingWorld, type TalkingWorld } from '../talking-world'

const NAMED = { response_id: 'r1', item_id: 'i1' }

function heard({ say }: TalkingWorld, item: string, words: string): void {
  say('input_audio_buffer.committed', { item_id: item, previous_item_id: null })
  say('conversation.item.input_audio_transcription.completed', { item_id: item, transcript: words })
}

async function givenUpAndAsked(before: (world: TalkingWorld) => void = () => undefined) {
  const world = await talkingWorld()
  world.ask()
  heard(world, 'q1', 'First?')
  before(world)
  world.sut.cancel()
  world.timers.pass(20)
  world.ask()
  heard(world, 'q2', 'Second?')
  return world
}

const texts = (world: TalkingWorld) => {
  world.wait(1)
  return world.items().map(({ text, status, heardChars }) => `${text} ${status}${heardChars === null ? '' : ` ${String(heardChars)}`}`)
}

test('an answer that was given up before anything announced it stands behind its own question', async () => {
  const world = await givenUpAndAsked()
  world.say('response.output_item.added', { response_id: 'r1', item: { ...said('i1', ''), status: 'in_progress', content: [] } })
  world.words(NAMED, 'Late')
  world.sound(NAMED)
  world.say('response.output_item.done', { response_id: 'r1', item: said('i1', 'Late words.') })
  expect([texts(world), world.played()]).toEqual([['First? done', 'Late words. interrupted 0', 'Second? done'], 0])
})

test('sound that nothing announced, cut: its words, when they come, stand there and as cut', async () => {
  const world = await givenUpAndAsked(({ sound }) => sound(NAMED, 960))
  world.words(NAMED, 'Late words')
  expect(texts(world)).toEqual(['First? done', 'Late words interrupted 0', 'Second? done'])
})

test('what comes behind an answer that was heard stays where it is', async () => {
  const world = await givenUpAndAsked()
  world.done({ id: 'r1', status: 'cancelled' })
  world.created('r2')
  world.words({ response_id: 'r2', item_id: 'i2' }, 'Answer.')
  world.done({ id: 'r2', output: [said('i2', 'Answer.')] })
  world.created('r3')
  world.words({ response_id: 'r3', item_id: 'i3' }, 'By itself.')
  expect(texts(world).map((line) => line.split(' ')[0])).toEqual(['First?', 'Second?', 'Answer.', 'By'])
})
