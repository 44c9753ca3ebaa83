import { expect, test } from 'vitest'
import { settled, talkingWorld, type TalkingWorld } from '../talking-world'

const NAMED = { response_id: 'r1', item_id: 'i1' }

test.each([
  ['announced', (world: TalkingWorld) => world.words(NAMED, 'Words')],
  ['never announced', () => undefined],
])('an answer that plays, %s, stays with its conversation when another one is begun', async (_how, announce) => {
  const world = await talkingWorld()
  world.ask()
  world.created('r1')
  announce(world)
  world.sound(NAMED, 960)
  world.timers.pass(20)
  world.sut.newConversation({ private: false })
  world.timers.pass(20) // the loudspeaker says how much it had rendered, a moment after it was stopped
  await settled()
  world.wait(2)
  expect(world.items()).toEqual([])
})
