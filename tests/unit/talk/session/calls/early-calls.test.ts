import { expect, test } from 'vitest'
import { NOT_RUN } from '../../../../../src/shared/text/tool-words'
import { type ActingWorld, actingWorld, call } from './acting-world'

type Named = { readonly call: string; readonly arguments: string }

/** What a feature hears of calls, in order; one id of a call means one call. */
function heard({ facts }: ActingWorld): readonly string[] {
  const names = new Map<string, string>()
  const name = ({ call: id, arguments: args }: Named): string => {
    const known = names.get(id) ?? args.slice(7, -2)
    names.set(id, known)
    return known
  }
  return facts.flatMap((fact) => {
    if (fact.type === 'callWhole') return [`whole ${name(fact.call)}${fact.turn === null ? ' of the server' : ''}`]
    if (fact.type === 'callsAsked') return [`asked ${fact.calls.map((each) => `${names.has(each.call) ? '' : 'new '}${name(each)}`).join(' ')}`]
    return fact.type === 'callsDropped' ? [`dropped ${fact.calls.map((id) => names.get(id) ?? 'unknown').join(' ')}`] : []
  })
}

const outputs = (world: ActingWorld) => world.out().filter((word) => word.startsWith('call_'))

async function asked(): Promise<ActingWorld> {
  const world = await actingWorld()
  world.ask()
  world.created('r1')
  return world
}

test('each is told of as soon as it is whole, asked under the same id at the end, and answered only then', async () => {
  const world = await asked()
  world.say('response.output_item.added', { response_id: 'r1', item: call('c1', { status: 'in_progress', arguments: '' }) })
  const half = heard(world)
  world.say('response.output_item.done', { response_id: 'r1', item: call('c1') })
  const whole = heard(world)
  world.brings('r1', call('c2'))
  world.done('r1', [call('c1'), call('c2')])
  const before = outputs(world)
  world.reply('c2')
  world.reply('c1')
  expect({ half, whole, all: heard(world), before, out: world.out() }).toEqual({
    half: [], whole: ['whole c1'], all: ['whole c1', 'whole c2', 'asked c1 c2'], before: [], out: ['commit', 'create', 'call_c2: done c2', 'call_c1: done c1', 'create'],
  })
})

test.each(['cancelled', 'incomplete', 'failed'])('its response ends %s: it is dropped, answered as not run, and never asked', async (status) => {
  const world = await asked()
  world.brings('r1', call('c1'))
  world.done('r1', [call('c1')], { status })
  expect([heard(world), outputs(world).length]).toEqual([['whole c1', 'dropped c1'], 1])
})

test.each<readonly [string, (world: ActingWorld) => void]>([
  ['a press', (world) => world.sut.verbs.press()],
  ['Escape', (world) => world.sut.verbs.cancel()],
])('%s before the end: it is dropped, and what comes whole after that is not told of', async (_what, act) => {
  const world = await asked()
  world.brings('r1', call('c1'))
  act(world)
  world.brings('r1', call('c2'))
  world.done('r1', [call('c1'), call('c2')], { status: 'cancelled' })
  expect([heard(world), outputs(world)]).toEqual([['whole c1', 'dropped c1'], [`call_c1: ${NOT_RUN}`]]) // the server is made to forget the other one
})

test('told twice, under two items, or with other words in the end: one call is one call', async () => {
  const world = await asked()
  world.brings('r1', call('c1'))
  world.say('response.output_item.done', { response_id: 'r1', item: call('c1') })
  world.brings('r1', call('i2', { call_id: 'call_c1', arguments: '{"id":"c1"}' }))
  world.brings('r1', call('c3'))
  world.say('response.output_item.done', { response_id: 'r1', item: call('c3', { arguments: '{"id":"other"}' }) })
  world.done('r1', [])
  expect(heard(world)).toEqual(['whole c1', 'whole c3', 'dropped c3', 'asked c1 new other'])
})

test('nobody does it, it is half, or nobody asked for its answer: not told of', async () => {
  const world = await actingWorld()
  world.created('r0')
  world.brings('r0', call('c0'))
  world.ask()
  world.created('r1')
  world.brings('r1', call('c1', { name: 'nobody' }))
  world.brings('r1', call('c2', { status: 'incomplete' }))
  expect(heard(world)).toEqual([])
})

test('the connection breaks: it is dropped at once, and not when there is another session', async () => {
  const world = await asked()
  world.brings('r1', call('c1'))
  world.transport.last.drop()
  await Promise.resolve()
  expect(heard(world)).toEqual(['whole c1', 'dropped c1'])
})

test('the session is gone before the end: dropped, and called again by the next one under an id of its own', async () => {
  const world = await asked()
  world.brings('r1', call('c1'))
  await world.cut()
  world.answers('r2', [call('c1')])
  expect([heard(world).slice(0, 2), heard(world).at(-1), world.asked.length]).toEqual([['whole c1', 'dropped c1'], 'asked c1', 1])
})
