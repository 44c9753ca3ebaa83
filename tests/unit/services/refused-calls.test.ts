import { describe, expect, test } from 'vitest'
import { NOT_APPROVED, NOT_AVAILABLE } from '../../../src/shared/tool-words'
import { said, settled, talkingWorld, type TalkingWorld } from './talking-world'

const call = (id: string, more: object = {}) => ({ id, type: 'function_call', status: 'completed', call_id: `call_${id}`, name: 'clock', arguments: '{}', ...more })
const approval = (id: string) => ({ id, type: 'mcp_approval_request', server_label: 'docs', name: 'find', arguments: '{}' })

/** The whole of an item, as a service announces and ends it. */
function brings(world: TalkingWorld, response: string, item: ReturnType<typeof call> | ReturnType<typeof approval>): void {
  world.say('response.output_item.added', { response_id: response, item: { ...item, arguments: '', ...('status' in item ? { status: 'in_progress' } : {}) } })
  world.say('response.output_item.done', { response_id: response, item })
}

/** An answer of these items alone, from its announcement to its end. */
function answers(world: TalkingWorld, response: string, items: readonly (ReturnType<typeof call> | ReturnType<typeof approval>)[], end: object = {}): void {
  world.created(response)
  for (const item of items) brings(world, response, item)
  world.done({ id: response, output: items, ...end })
}

interface ItemSent {
  readonly type: string
  readonly call_id?: string
  readonly output?: string
  readonly approve?: boolean
}

/** What went out since the question, one word for each. */
const out = (world: TalkingWorld): readonly string[] =>
  world.transport.last.sent.flatMap((event) => {
    if (event.type === 'response.create') return 'response' in event ? 'create without tools' : 'create'
    if (event.type === 'response.cancel') return 'cancel'
    if (event.type === 'conversation.item.delete') return 'delete'
    if (event.type !== 'conversation.item.create') return []
    const item = event['item'] as ItemSent
    if (item.type === 'function_call_output') return `${String(item.call_id)}: ${String(item.output)}`
    return item.type === 'mcp_approval_response' ? `approve ${String(item.approve)}` : item.type
  })

const lines = (world: TalkingWorld) => world.sut.snapshot().items.flatMap(({ tool, status }) => (tool === undefined ? [] : [`${tool.name} ${status}: ${tool.output ?? '–'}`]))

async function asked(): Promise<TalkingWorld> {
  const world = await talkingWorld()
  world.ask()
  return world
}

const REFUSED = `call_c1: ${NOT_AVAILABLE}`

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
    for (const response of ['r1', 'r1']) answers(world, response, [call('c1')])
    const phase = world.view().phase
    for (const response of ['r2', 'r2']) {
      world.created(response)
      world.done({ id: response, output: [said('i2')] })
    }
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
    brings(world, 'r1', call('c1'))
    world.transport.last.drop({ closeCode: 1006 })
    world.wait(3)
    await settled()
    world.say('session.created', { session: {} })
    world.say('session.updated', { session: {} })
    answers(world, 'r1', [call('c9')])
    expect(out(world).filter((what) => what.includes('call'))).toEqual([`call_c9: ${NOT_AVAILABLE}`])
  })
})

describe('in open hands-free', () => {
  test('one request follows a question, whatever the model does', async () => {
    const world = await talkingWorld()
    world.handsFree()
    world.say('input_audio_buffer.committed', { item_id: 'q1' })
    answers(world, 'r1', [call('c1')])
    answers(world, 'r2', [call('c2')])
    world.say('input_audio_buffer.committed', { item_id: 'q2' })
    answers(world, 'r3', [call('c3')])
    world.created('r4')
    world.sound({ response_id: 'r4', item_id: 'i4' })
    expect([out(world), world.played()]).toEqual([[REFUSED, 'create without tools', `call_c2: ${NOT_AVAILABLE}`, `call_c3: ${NOT_AVAILABLE}`, 'create without tools'], 480])
  })

  test('words and a call: no request', async () => {
    const world = await talkingWorld()
    world.handsFree()
    world.created('r1')
    world.sound({ response_id: 'r1', item_id: 'i1' })
    brings(world, 'r1', call('c1'))
    world.done({ id: 'r1', output: [] })
    expect(out(world)).toEqual([REFUSED])
  })

  test('the person speaks on: the answer to that is heard, and a refused request is nobody\'s trouble', async () => {
    const world = await talkingWorld()
    world.handsFree()
    answers(world, 'r1', [call('c1')])
    world.created('own')
    world.say('error', { error: { type: 'invalid_request_error', code: 'conversation_already_has_active_response', message: 'busy', event_id: 'create_1' } })
    world.sound({ response_id: 'own', item_id: 'i1' })
    expect([world.played(), world.told, out(world)]).toEqual([480, [], [REFUSED, 'create without tools']])
  })
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
  if (shown !== undefined) await world.sut.acts.remove(shown.id)
  expect(out(world).slice(3)).toEqual(['delete', 'delete'])
})
