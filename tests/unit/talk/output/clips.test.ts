import { describe, expect, test } from 'vitest'
import { draftId, itemId } from '../../../../src/shared/ids'
import { said, settled, talkingWorld } from '../talking-world'

const DRAFT = draftId('draft_1')
const CLIP = itemId('clip_1')
const NAMED = { response_id: 'r1', item_id: 'i1' }

async function withClip() {
  const world = await talkingWorld()
  void world.history.saveDraft({ id: DRAFT, createdAt: 0, ms: 3_000, conversation: null, saidTo: null }, new Int16Array(72_000))
  const play = async () => {
    await world.sut.actions.play({ kind: 'draft', draft: DRAFT })
    await settled()
  }
  const dropped = () => world.audio.calls.filter((call) => call.startsWith('drop'))
  const stopped = () => world.audio.calls.filter((call) => call.startsWith('stop'))
  return { ...world, play, dropped, stopped, playingClip: () => world.view().playingClip }
}

describe('a clip and an answer', () => {
  test('Stop ends the clip alone: the answer behind it is played, and over', async () => {
    const world = await withClip()
    world.ask()
    await world.play()
    world.created('r1')
    world.sound(NAMED)
    world.done({ id: 'r1', output: [said('i1')] })
    world.sut.actions.stopPlaying()
    const between = [world.view().phase, world.playingClip()]
    for (const item of world.audio.played.keys()) if (item !== CLIP) world.drain(item)
    expect({ between, after: world.view().phase, dropped: world.dropped(), stopped: world.stopped() }).toEqual({
      between: ['speaking', null], after: 'idle', dropped: ['drop clip_1'], stopped: [],
    })
  })

  test('the clip ends by itself: the answer goes on, and the other way round', async () => {
    const world = await withClip()
    world.ask()
    world.created('r1')
    world.sound(NAMED)
    await world.play()
    for (const item of world.audio.played.keys()) if (item !== CLIP) { world.say('response.output_audio.done', NAMED); world.drain(item) }
    world.done({ id: 'r1', output: [said('i1')] })
    const between = [world.view().phase, world.playingClip()]
    world.drain(CLIP)
    expect([between, world.view().phase, world.playingClip()]).toEqual([['idle', DRAFT], 'idle', null])
  })

  test.each([
    ['a typed question', (world: Awaited<ReturnType<typeof withClip>>) => void world.sut.sendText('Hello')],
    ['a press', (world: Awaited<ReturnType<typeof withClip>>) => world.sut.press()],
    ['Escape', (world: Awaited<ReturnType<typeof withClip>>) => world.sut.cancel()],
    ['speech in hands-free', (world: Awaited<ReturnType<typeof withClip>>) => {
      world.handsFree()
      world.say('input_audio_buffer.speech_started', { item_id: 'q1' })
    }],
    ['the end of the page', (world: Awaited<ReturnType<typeof withClip>>) => world.sut.pageLost()],
  ])('%s ends a clip', async (_what, act) => {
    const world = await withClip()
    await world.play()
    const before = [world.playingClip(), world.hotkeys.escapeWatched]
    act(world)
    expect([before, world.playingClip(), world.dropped()]).toEqual([[DRAFT, true], null, ['drop clip_1']])
  })

  test('Escape ends the clip and the answer behind it', async () => {
    const world = await withClip()
    world.ask()
    await world.play()
    world.created('r1')
    world.sound(NAMED)
    world.sut.cancel()
    expect([world.dropped(), world.stopped(), world.view().phase]).toEqual([['drop clip_1'], ['stop 1'], 'idle'])
  })
})
