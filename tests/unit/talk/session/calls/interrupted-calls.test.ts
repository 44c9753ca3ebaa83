import { describe, expect, test } from 'vitest'
import { NOT_RUN } from '../../../../../src/shared/text/tool-words'
import { acting, type ActingWorld, actingWorld, call, words } from './acting-world'

const ACTS: readonly (readonly [string, (world: ActingWorld) => void, string])[] = [
  ['a press', (world) => world.sut.verbs.press(), 'opening'],
  ['Escape', (world) => world.sut.verbs.cancel(), 'idle'],
  ['a typed question', (world) => void world.sut.submit({ kind: 'text', text: 'Never mind.' }), 'thinking'],
]

/** Half a call, as a cancelled response leaves it. */
const half = call('c1', { status: 'incomplete', arguments: '{"id' })

describe.each(ACTS)('%s', (_what, act, phase) => {
  test('before the response is over, half a call in it: nothing is run or answered', async () => {
    const world = await actingWorld()
    world.ask()
    world.created('r1')
    world.say('response.output_item.added', { response_id: 'r1', item: { ...half, status: 'in_progress', arguments: '' } })
    act(world)
    world.say('response.function_call_arguments.done', { response_id: 'r1', item_id: 'c1', call_id: 'call_c1', name: 'clock', arguments: '{"id' })
    world.say('response.output_item.done', { response_id: 'r1', item: half })
    world.done('r1', [half], { status: 'cancelled' })
    expect([world.told(), world.out().filter((word) => word.startsWith('call_')), world.lines()]).toEqual([[], [], ['clock interrupted: –']])
  })

  test.each(['cancelled', 'incomplete', 'completed'])('before the response is over, and that ends %s: a whole call is answered, not run, and nothing asked behind it', async (status) => {
    const world = await actingWorld()
    world.ask()
    world.created('r1')
    world.brings('r1', call('c1'))
    act(world)
    const before = world.out().length
    world.done('r1', [call('c1')], { status })
    expect([world.told(), world.out().slice(before).slice(0, 1), world.out().filter((word) => word === 'create').length]).toEqual([[], [`call_c1: ${NOT_RUN}`], phase === 'thinking' ? 2 : 1])
  })

  test('while it runs: it is told to stop, and what comes of it is told once, silently', async () => {
    const world = await acting()
    act(world)
    const before = [world.phase(), world.told()]
    const sent = world.out().length
    world.reply('c1')
    expect([before, world.out().slice(sent), world.phase()]).toEqual([[phase, ['asked c1', 'interrupted c1']], ['call_c1: done c1'], phase])
  })

  test('while what was said before still plays: silence at once', async () => {
    const world = await acting(words('i1'), call('c1'))
    act(world)
    world.timers.pass(200)
    world.reply('c1')
    expect([world.audio.calls.includes('stop 1'), world.phase(), world.audio.speaker.sounded]).toEqual([true, phase, 0])
  })

  test('behind the last answer, before the next response begins: that one is not spoken', async () => {
    const world = await acting()
    world.reply('c1')
    act(world)
    world.created('r2')
    world.brings('r2', words('i2'))
    expect([world.audio.played.size, world.out().includes('cancel')]).toEqual([0, true])
  })

  test('one of two is answered: the other is told to stop, and no request follows it', async () => {
    const world = await acting(call('c1'), call('c2'))
    world.reply('c1')
    act(world)
    world.reply('c2')
    expect([world.told().at(-1), world.out().filter((word) => word.startsWith('call_'))]).toEqual(['interrupted c2', ['call_c1: done c1', 'call_c2: done c2']])
    expect(world.out().at(-1)).toBe('call_c2: done c2')
  })
})

test('answered while the key is held: no answer starts, and the question that was asked with it knows', async () => {
  const world = await acting()
  world.sut.verbs.press()
  const turn = world.audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  world.audio.facts.captureReady(turn)
  world.audio.facts.captureFrame(turn, new Int16Array(12_000))
  world.reply('c1')
  world.sut.verbs.release()
  world.audio.facts.captureClosed(turn, 12_000)
  expect(world.out()).toEqual(['commit', 'create', 'call_c1: done c1', 'commit', 'create'])
})

test('answered while a newer question is answered, or behind it: that one has its own request, and no other', async () => {
  const world = await acting(call('c1'), call('c2'))
  world.ask()
  world.created('r2')
  world.reply('c1')
  world.brings('r2', words('i2'))
  world.done('r2', [words('i2')])
  world.hear()
  world.reply('c2')
  expect([world.out(), world.phase()]).toEqual([['commit', 'create', 'commit', 'create', 'call_c1: done c1', 'call_c2: done c2'], 'idle'])
})

test('a question about something else does not answer what waits for a hand', async () => {
  const world = await acting()
  world.ask()
  world.answers('r2', [words('i2', 'Yes.')])
  world.hear()
  const open = world.lines()
  world.reply('c1', { output: NOT_RUN })
  expect([open, world.lines(), world.out().at(-1)]).toEqual([['clock done: –'], [`clock done: ${NOT_RUN}`], `call_c1: ${NOT_RUN}`])
})

test.each([
  ['too long', { status: 'incomplete', status_details: { type: 'incomplete', reason: 'max_output_tokens' } }, 'answer-short'],
  ['failed', { status: 'failed', status_details: { type: 'failed', error: { type: 'invalid_request_error', code: 'x', message: 'no' } } }, 'answer-failed'],
])('an answer that ends by itself before it is whole (%s): its calls are answered, not run, and the person is told', async (_what, end, tag) => {
  const world = await actingWorld()
  world.ask()
  world.answers('r1', [call('c1')], end)
  expect([world.told(), world.out().slice(2).map((word) => word.slice(0, 33)), world.phase(), world.log.at(-1)]).toEqual([[], ['call_c1: {"status":"not_run","why'], 'idle', tag])
})

test('the next question goes on as if nothing had been', async () => {
  const world = await acting()
  world.sut.verbs.press()
  world.sut.verbs.cancel()
  world.ask()
  world.answers('r2', [call('c2')])
  world.reply('c2')
  world.answers('r3', [words('i3')])
  world.hear()
  expect([world.told(), world.out().filter((word) => word === 'create').length, world.phase()]).toEqual([['asked c1', 'interrupted c1', 'asked c2'], 3, 'idle'])
})
