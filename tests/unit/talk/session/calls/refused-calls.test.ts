import { describe, expect, test } from 'vitest'
import { NOT_APPROVED, NOT_AVAILABLE } from '../../../../../src/shared/text/tool-words'
import { answers, approval, asked, brings, call, lines, out, REFUSED } from './calling-world'
import { said, settled, talkingWorld } from '../../talking-world'

describe('an answer of a call alone', () => {
  test('is answered behind its end, asked for once more without tools, and that is heard', async () => {
    const world = await asked()
    world.created('r1')
    brings(world, 'r1', call('c1'))
    const before = out(world)
    world.done({ id: 'r1', output: [call('c1')] })
    const phase = world.view().phase
    world.created('r2')
    world.sound({ response_id: 'r2', item_id: 'i2' })
    world.done({ id: 'r2', output: [said('i2')] })
    for (const item of world.audio.played.keys()) world.drain(item)
    await settled()
    expect({ before, out: out(world), phase, after: world.view().phase, played: world.played(), told: world.told, lines: lines(world) }).toEqual({
      before: ['create'], out: ['create', REFUSED, 'create without tools'], phase: 'thinking', after: 'idle', played: 480, told: [], lines: [`clock done: ${NOT_AVAILABLE}`],
    })
  })

  test.each([
    ['several calls', [call('c1'), call('c2')], [REFUSED, `call_c2: ${NOT_AVAILABLE}`]],
    ['two calls of one name', [call('c1'), call('c2', { call_id: 'call_c1' })], [REFUSED]],
    ['a wish for approval', [approval('a1')], ['approve false']],
    ['a call and a wish', [call('c1'), approval('a1')], [REFUSED, 'approve false']],
    ['a call without a name to answer it by', [call('c1', { call_id: undefined })], []],
    ['a call whose name is long', [call('c1', { call_id: 'c'.repeat(200) })], [`${'c'.repeat(200)}: ${NOT_AVAILABLE}`]],
    ['a call without a status', [call('c1', { status: undefined })], [REFUSED]],
  ])('%s: each is answered once, and one request follows', async (_what, items, refusals) => {
    const world = await asked()
    answers(world, 'r1', items)
    expect([out(world), lines(world).filter((line) => line.endsWith('–'))]).toEqual([['create', ...refusals, 'create without tools'], []])
  })

  test('told with the end alone, or without it', async () => {
    const [end, noEnd] = [await asked(), await asked()]
    end.created('r1')
    end.done({ id: 'r1', output: [call('c1')] })
    noEnd.created('r1')
    brings(noEnd, 'r1', call('c1'))
    noEnd.done({ id: 'r1', output: [] })
    await settled()
    for (const world of [end, noEnd]) expect([out(world), lines(world)]).toEqual([['create', REFUSED, 'create without tools'], [`clock done: ${NOT_AVAILABLE}`]])
  })

  test('every event twice: nothing is answered or asked twice', async () => {
    const world = await asked()
    const twice = (event: () => void) => [1, 2].forEach(event)
    twice(() => world.created('r1'))
    twice(() => brings(world, 'r1', call('c1')))
    twice(() => world.done({ id: 'r1', output: [call('c1')] }))
    const phase = world.view().phase
    twice(() => world.created('r2'))
    twice(() => world.done({ id: 'r2', output: [said('i2')] }))
    expect([out(world), phase, world.view().phase, world.told]).toEqual([['create', REFUSED, 'create without tools'], 'thinking', 'idle', []])
  })

  test('a model that calls again is answered and not asked a third time; the turn is over, and told', async () => {
    const world = await asked()
    answers(world, 'r1', [call('c1')])
    answers(world, 'r2', [call('c2')])
    expect([out(world), world.view().phase, world.told]).toEqual([['create', REFUSED, 'create without tools', `call_c2: ${NOT_AVAILABLE}`], 'idle', ['answer-empty']])
  })

  test('the next question may call again', async () => {
    const world = await asked()
    for (const response of ['r1', 'r2']) answers(world, response, [call(response)])
    world.ask()
    answers(world, 'r3', [call('r3')])
    expect(out(world).filter((what) => what.startsWith('create'))).toEqual(['create', 'create without tools', 'create', 'create without tools'])
  })

  test('an answer that fails for a moment is asked for without tools again', async () => {
    const world = await asked()
    answers(world, 'r1', [call('c1')])
    world.created('r2')
    world.done({ id: 'r2', status: 'failed', status_details: { type: 'failed', error: { type: 'server_error', code: 'server_error', message: 'sorry' } } })
    world.wait(1)
    expect(out(world).slice(2)).toEqual(['create without tools', 'create without tools'])
  })
})

test('words and a call: the call is answered, and the words are the answer', async () => {
  const world = await asked()
  world.created('r1')
  world.sound({ response_id: 'r1', item_id: 'i1' })
  brings(world, 'r1', call('c1'))
  world.done({ id: 'r1', output: [said('i1'), call('c1')] })
  for (const item of world.audio.played.keys()) world.drain(item)
  expect([out(world), world.view().phase, world.told]).toEqual([['create', REFUSED], 'idle', []])
})

test('a wish for approval that belongs to no answer is refused, and nothing asked', async () => {
  const world = await talkingWorld()
  world.say('conversation.item.added', { item: approval('a1') })
  world.say('conversation.item.done', { item: approval('a1') })
  await settled()
  expect([out(world), lines(world)]).toEqual([['approve false'], [`find done: ${NOT_APPROVED}`]])
})

test('a call that the person deletes takes its answer along', async () => {
  const world = await asked()
  answers(world, 'r1', [call('c1')])
  world.created('r2')
  world.done({ id: 'r2', output: [said('i2')] })
  await settled()
  const shown = world.sut.snapshot().items.find(({ tool }) => tool !== undefined)
  if (shown !== undefined) await world.sut.messageActions.remove(shown.id)
  expect(out(world).slice(3)).toEqual(['delete', 'delete'])
})
