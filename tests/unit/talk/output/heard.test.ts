import { expect, test } from 'vitest'
import { talkingWorld, type TalkingWorld } from '../talking-world'

const [FIRST, SECOND] = [{ response_id: 'r1', item_id: 'i1' }, { response_id: 'r1', item_id: 'i2' }]

async function answering() {
  const world = await talkingWorld()
  world.ask()
  world.created('r1')
  for (const { item_id: id } of [FIRST, SECOND]) world.say('response.output_item.added', { response_id: 'r1', item: { id, type: 'message', role: 'assistant', status: 'in_progress', content: [] } })
  return world
}

const truncated = ({ sent }: TalkingWorld) => sent('conversation.item.truncate').map(({ item_id: id, audio_end_ms: ms }) => `${String(id)} ${String(ms)} ms`)

test('a press in an answer: the server is told to the sample what was heard, and not a sample more sounds', async () => {
  const world = await answering()
  world.sound(FIRST, 48_000)
  world.timers.pass(1_000)
  world.sut.press()
  world.timers.pass(20) // the quantum that falls to silence
  const { sounded } = world.audio.speaker
  world.sound(FIRST, 24_000)
  world.timers.pass(1_000)
  expect([truncated(world), world.audio.speaker.sounded - sounded]).toEqual([['i1 1000 ms'], 0])
})

test('a press in the second of two: the first was heard whole, of the second what had come', async () => {
  const world = await answering()
  world.sound(FIRST, 12_000)
  world.say('response.output_audio.done', FIRST)
  world.sound(SECOND, 12_000)
  world.timers.pass(740)
  world.sut.press()
  world.timers.pass(20)
  expect(truncated(world)).toEqual(['i2 240 ms'])
})

test('a press before the first sample sounds: nothing of it was heard, and the server forgets it', async () => {
  const world = await answering()
  world.sound(FIRST, 12_000)
  world.sut.press()
  world.timers.pass(20)
  expect([truncated(world), world.sent('conversation.item.delete').map(({ item_id: id }) => id), world.items()[0]?.heardChars]).toEqual([[], ['i1'], 0])
})

test('an answer that comes in spurts is speaking until the last of them was heard', async () => {
  const world = await answering()
  const phases: string[] = []
  for (let spurt = 0; spurt < 3; spurt += 1) {
    world.sound(FIRST, 2_400)
    world.timers.pass(500)
    phases.push(world.view().phase)
  }
  world.done({ id: 'r1' })
  world.drain('i1')
  expect([phases, world.view().phase, world.audio.speaker.sounded >= 7_200]).toEqual([['speaking', 'speaking', 'speaking'], 'idle', true])
})
