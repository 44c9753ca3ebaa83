import { expect, test } from 'vitest'
import { talkingWorld } from '../talk/talking-world'

test('a page that comes is told how loud answers are, and a change is told at once', async () => {
  const world = await talkingWorld({ answerVolume: 0.4 })
  world.sut.audioReady()
  world.sut.updateSettings({ answerVolume: 0.8 })
  world.sut.updateSettings({ earconVolume: 0.1 })
  expect(world.audio.calls.filter((call) => call.startsWith('volume'))).toEqual(['volume 0.4', 'volume 0.8'])
})
