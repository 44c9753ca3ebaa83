import { describe, expect, test } from 'vitest'
import { said, settled, talkingWorld } from '../talking-world'

describe('an answer belongs to its question', () => {
  test('announced 20 s late: it is played, its sound ends with it, and no word is said of time', async () => {
    const world = await talkingWorld()
    world.ask()
    world.wait(20)
    world.created('r1')
    world.wait(30)
    world.sound({ response_id: 'r1', item_id: 'i1' })
    const phase = world.view().phase
    world.done({ id: 'r1', output: [said('i1')] })
    world.drain('i1')
    world.wait(100)
    expect({ phase, after: world.view().phase, played: world.played(), told: world.told, asked: world.sent('response.create').length }).toEqual({
      phase: 'speaking', after: 'idle', played: 480, told: [], asked: 1,
    })
  })

  test('a press in it silences it and asks for no more', async () => {
    const world = await talkingWorld()
    world.ask()
    world.wait(20)
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    world.sut.press()
    world.sound({ response_id: 'r1', item_id: 'i1' })
    expect({ calls: world.audio.calls.filter((call) => call.startsWith('stop')), played: world.played(), cancels: world.sent('response.cancel') }).toEqual({
      calls: ['stop 1'], played: 480, cancels: [{ type: 'response.cancel', response_id: 'r1' }],
    })
  })

  test('words without sound for two minutes are an answer', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    for (let second = 0; second < 120; second += 5) {
      world.say('response.output_text.delta', { response_id: 'r1', item_id: 'i1', delta: 'word ' })
      world.wait(5)
    }
    const phase = world.view().phase
    world.done({ id: 'r1', output: [] })
    expect({ phase, after: world.view().phase, told: world.told, words: world.items().at(-1)?.text.length }).toEqual({ phase: 'thinking', after: 'idle', told: [], words: 120 })
  })

  test.each([
    ['never announced', undefined, { response_id: 'r1' }, 'r1'],
    ['never announced, and without a name', undefined, {}, undefined],
    ['announced under another name', 'other', { response_id: 'r1' }, 'r1'],
    ['announced, then without a name', 'r1', {}, 'r1'],
  ])('%s: played to its end, and over', async (_how, announced, named, end) => {
    const world = await talkingWorld()
    world.ask()
    if (announced !== undefined) world.created(announced)
    world.sound({ ...named, item_id: 'i1' })
    const phase = world.view().phase
    world.done({ id: end })
    world.drain('i1')
    expect({ phase, after: world.view().phase, played: world.played(), told: world.told }).toEqual({ phase: 'speaking', after: 'idle', played: 480, told: [] })
  })

  test('the end of its item alone ends its sound; without any end of the answer it is over a minute after the last sound', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    world.say('response.output_audio.done', { response_id: 'r1', item_id: 'i1' })
    world.drain('i1')
    world.wait(59)
    const waits = world.view().phase
    world.wait(5)
    expect([waits, world.view().phase, world.told]).toEqual(['speaking', 'idle', []])
  })
})

describe('what nobody asked for', () => {
  test.each([
    ['announced', 'r9', { response_id: 'r9' }],
    ['never announced', undefined, { response_id: 'r9' }],
    ['without a name', undefined, {}],
  ])('%s, with the key up: cancelled, not spoken, shown as unheard and taken back', async (_how, announced, named) => {
    const world = await talkingWorld()
    if (announced !== undefined) world.created(announced)
    world.say('response.output_item.added', { ...named, item: { ...said('i9', ''), status: 'in_progress', content: [] } })
    world.words({ ...named, item_id: 'i9' }, 'Hello')
    world.sound({ ...named, item_id: 'i9' })
    world.say('response.output_item.done', { ...named, item: said('i9', 'Hello there.') })
    world.done({ id: 'r9', output: [said('i9')] })
    await settled()
    expect({ played: world.played(), cancels: world.sent('response.cancel').length, items: world.items(), deleted: world.sent('conversation.item.delete').length, phase: world.view().phase }).toEqual({
      played: 0, cancels: 1, items: [{ role: 'assistant', text: 'Hello there.', status: 'interrupted', heardChars: 0 }], deleted: 1, phase: 'idle',
    })
  })

  test('an answer that begins after Escape is not spoken', async () => {
    const world = await talkingWorld()
    world.ask()
    world.sut.cancel()
    world.wait(20)
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    expect([world.played(), world.sent('response.cancel').length, world.view().phase]).toEqual([0, 1, 'idle'])
  })

  test('a server that answers while the key is held is silenced, and the question is answered', async () => {
    const world = await talkingWorld()
    world.sut.press()
    world.created('own')
    world.sound({ response_id: 'own', item_id: 'i0' })
    const silent = world.played()
    world.done({ id: 'own', status: 'cancelled' })
    world.sut.release()
    const turn = world.audio.openTurn
    if (turn !== null) world.audio.facts.captureReady(turn)
    world.sut.cancel()
    world.ask()
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    expect([silent, world.played(), world.view().phase]).toEqual([0, 480, 'speaking'])
  })

  test('another answer beside ours does not take its place', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    world.created('own')
    world.sound({ response_id: 'own', item_id: 'i9' }, 960)
    world.sound({ response_id: 'r1', item_id: 'i1' })
    expect([world.played(), world.sent('response.cancel')]).toEqual([960, [{ type: 'response.cancel', response_id: 'own' }]])
  })

  test('taken for ours until the refusal came: cut, and ours is asked once more', async () => {
    const world = await talkingWorld()
    world.ask()
    world.created('own')
    world.sound({ response_id: 'own', item_id: 'i0' })
    world.say('error', { error: { type: 'invalid_request_error', code: 'conversation_already_has_active_response', message: 'busy', event_id: 'create_1' } })
    world.timers.pass(20)
    world.done({ id: 'own', status: 'cancelled' })
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    world.done({ id: 'r1' })
    world.drain('i1')
    expect([world.sent('response.create').length, world.audio.calls.filter((call) => call.startsWith('stop')), world.view().phase]).toEqual([2, ['stop 1'], 'idle'])
  })

  test('in open hands-free the server answers by itself, and Escape ends that', async () => {
    const world = await talkingWorld()
    world.handsFree()
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    const watched = world.hotkeys.escapeWatched
    world.sut.cancel()
    world.sound({ response_id: 'r1', item_id: 'i1' })
    expect([world.played(), watched, world.audio.calls.filter((call) => call.startsWith('stop'))]).toEqual([480, true, ['stop 1']])
  })
})
