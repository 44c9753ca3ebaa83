import { describe, expect, test } from 'vitest'
import { NOT_AVAILABLE } from '../../../../../src/shared/text/tool-words'
import { answers, approval, asked, brings, call, lines, out, REFUSED } from './calling-world'
import { settled, talkingWorld, type TalkingWorld } from '../../talking-world'

describe('whoever ends it in between ends it', () => {
  const ACTS: readonly (readonly [string, (world: TalkingWorld) => void, string])[] = [
    ['Escape', (world) => world.sut.cancel(), 'idle'],
    ['a press', (world) => world.sut.press(), 'opening'],
  ]

  test.each(ACTS)('%s before the second answer begins: that is not spoken', async (_what, act, phase) => {
    const world = await asked()
    answers(world, 'r1', [call('c1')])
    act(world)
    world.created('r2')
    world.sound({ response_id: 'r2', item_id: 'i2' })
    expect([out(world), world.played(), world.view().phase]).toEqual([['create', REFUSED, 'create without tools', 'cancel'], 0, phase])
  })

  test.each(ACTS)('%s before the first is over: the whole call is answered, and nothing asked', async (_what, act) => {
    const world = await asked()
    world.created('r1')
    brings(world, 'r1', call('c1'))
    act(world)
    world.done({ id: 'r1', status: 'cancelled', output: [call('c1')] })
    expect(out(world)).toEqual(['create', 'cancel', REFUSED])
  })

  test('half a call is not answered, and its line does not ask for ever', async () => {
    const world = await asked()
    world.created('r1')
    world.say('response.output_item.added', { response_id: 'r1', item: call('c1', { status: 'in_progress', arguments: '' }) })
    world.sut.cancel()
    const half = call('c1', { status: 'incomplete', arguments: '{"zo' })
    world.say('response.output_item.done', { response_id: 'r1', item: half })
    world.done({ id: 'r1', status: 'cancelled', output: [half] })
    await settled()
    expect([out(world), lines(world)]).toEqual([['create', 'cancel'], ['clock interrupted: –']])
  })

  test('a cut behind the call: the question is asked once in the next session, without tools, and knows of the call', async () => {
    const world = await asked()
    answers(world, 'r1', [call('c1'), approval('a1')])
    world.transport.last.drop({ closeCode: 1006 })
    world.wait(3)
    await settled()
    world.say('session.created', { session: {} })
    world.say('session.updated', { session: {} })
    expect(out(world).map((what) => what.replace(/^call_\S+:/, 'output:'))).toEqual(['function_call', `output: ${NOT_AVAILABLE}`, 'create without tools'])
  })

  test('a call that nobody can answer any more when its session ends is answered in no other', async () => {
    const world = await asked()
    world.created('r1')
    world.say('response.output_item.done', { item: call('c1') }) // without the name of its response
    world.transport.last.drop({ closeCode: 1006 })
    world.wait(3)
    await settled()
    world.say('session.created', { session: {} })
    world.say('session.updated', { session: {} })
    answers(world, 'r1', [call('c9')])
    expect(out(world).filter((what) => what.includes('call'))).toEqual([`call_c9: ${NOT_AVAILABLE}`])
  })

  test('a call in an answer that nobody asked for is taken back with it, and not answered', async () => {
    const world = await talkingWorld()
    answers(world, 'r1', [call('c1')], { status: 'cancelled' })
    await settled()
    expect([out(world), lines(world)]).toEqual([['cancel', 'delete'], ['clock interrupted: –']])
  })

  test('a flood of calls is answered in part, and asked for once', async () => {
    const world = await asked()
    answers(world, 'r1', Array.from({ length: 500 }, (_, at) => call(`c${String(at)}`)))
    expect([out(world).length, out(world).filter((what) => what.startsWith('create'))]).toEqual([66, ['create', 'create without tools']])
  })
})
