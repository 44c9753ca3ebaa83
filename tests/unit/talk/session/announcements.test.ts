import { expect, test } from 'vitest'
import type { TalkExtension } from '../../../../src/main/talk/extension'
import { appError } from '../../../../src/shared/errors/errors'
import { acting, actingWorld, call, words } from './calls/acting-world'

const RESULT = 'Result of job j7: done.'

test('in a quiet moment it is told at once, as by the system, and spoken; nobody has asked', async () => {
  const world = await actingWorld()
  world.sut.announce(RESULT)
  world.timers.pass(1)
  const phase = world.phase()
  world.answers('r1', [words('i1', 'Your job is done.')])
  world.hear()
  expect([world.out(), phase, world.phase(), world.audio.speaker.sounded, world.facts.filter(({ type }) => type === 'turnAsked'), world.texts()]).toEqual([
    [`system ${RESULT}`, 'create'], 'thinking', 'idle', 4_800, [], ['assistant: Your job is done.'],
  ])
})

test('not while a key is held, an answer is waited for or plays, or a call runs; then each by itself', async () => {
  const world = await actingWorld()
  world.sut.verbs.press()
  world.sut.announce('one')
  world.sut.announce('two')
  world.timers.pass(1)
  const counts = [world.out().length]
  const step = (act: () => void) => {
    act()
    world.timers.pass(1)
    counts.push(world.out().filter((word) => word.startsWith('system')).length)
  }
  world.sut.verbs.cancel()
  world.timers.pass(1)
  const first = world.out()
  step(() => world.answers('a1', [words('x1')]))
  step(() => world.hear())
  step(() => world.answers('a2', [call('c1')]))
  step(() => world.reply('c1'))
  step(() => world.answers('a3', [words('x3')]))
  step(() => world.hear())
  expect([first, counts, world.phase()]).toEqual([['system one', 'create'], [0, 1, 2, 2, 2, 2, 2], 'idle'])
})

test('that it is told is a fact, once it is, and not before', async () => {
  const world = await actingWorld()
  const told = () => world.facts.flatMap((fact) => (fact.type === 'announced' ? [fact.text] : []))
  world.sut.verbs.press()
  world.sut.announce(RESULT)
  world.timers.pass(1)
  const waiting = told()
  world.sut.verbs.cancel()
  world.timers.pass(1)
  expect([waiting, told()]).toEqual([[], [RESULT]])
})

test('not while a call of a question runs', async () => {
  const world = await acting()
  world.sut.announce(RESULT)
  world.timers.pass(1)
  const before = world.out().length
  world.reply('c1')
  world.answers('r2', [words('i2')])
  world.hear()
  world.timers.pass(1)
  expect([before, world.out().slice(-2)]).toEqual([2, [`system ${RESULT}`, 'create']])
})

test('hands-free: not while the server hears somebody', async () => {
  const world = await actingWorld()
  world.sut.setMode('hands-free')
  world.say('session.updated', { session: {} })
  world.say('input_audio_buffer.speech_started', { item_id: 'q' })
  world.sut.announce(RESULT)
  world.timers.pass(1)
  const before = world.out().filter((word) => word !== 'cancel')
  world.say('input_audio_buffer.speech_stopped', { item_id: 'q' })
  world.say('input_audio_buffer.committed', { item_id: 'q' })
  world.answers('r1', [words('i1')])
  world.hear()
  world.timers.pass(1)
  world.answers('r2', [words('i2', 'Your job is done.')])
  world.hear()
  expect([before, world.out().filter((word) => word !== 'cancel'), world.audio.speaker.sounded]).toEqual([[], [`system ${RESULT}`, 'create'], 9_600])
})

test('hands-free: not while a call of what was heard runs', async () => {
  const world = await actingWorld()
  world.sut.setMode('hands-free')
  world.say('session.updated', { session: {} })
  world.answers('r1', [call('c1')])
  world.sut.announce(RESULT)
  world.timers.pass(1)
  const before = [world.out(), world.told()]
  world.reply('c1')
  world.answers('r2', [words('i2')])
  world.hear()
  world.timers.pass(1)
  expect([before, world.out()]).toEqual([[[], ['asked c1']], ['call_c1: done c1', 'create', `system ${RESULT}`, 'create']])
})

test('a press ends it as any answer, and it is not told again', async () => {
  const world = await actingWorld()
  world.sut.announce(RESULT)
  world.timers.pass(1)
  world.created('r1')
  world.brings('r1', words('i1'))
  world.sut.verbs.press()
  world.sut.verbs.cancel()
  world.done('r1', [words('i1')], { status: 'cancelled' })
  world.timers.pass(1_000)
  expect([world.phase(), world.out().filter((word) => word.startsWith('system')).length]).toEqual(['idle', 1])
})

test('a session that sleeps is made again for it', async () => {
  const world = await actingWorld()
  world.wait(60 * 60)
  const asleep = world.sut.facts().connection.name
  world.sut.announce(RESULT)
  await world.begin()
  world.timers.pass(1)
  expect([asleep, world.out()]).toEqual(['asleep', [`system ${RESULT}`, 'create']])
})

test('cut before its answer begins: told and asked once in the next session', async () => {
  const world = await actingWorld()
  world.sut.announce(RESULT)
  world.timers.pass(1)
  await world.cut()
  expect(world.out()).toEqual([`system ${RESULT}`, 'create'])
})

test.each([
  ['another server', (world: Awaited<ReturnType<typeof actingWorld>>) => world.sut.reconnect('elsewhere')],
  ['another conversation', (world: Awaited<ReturnType<typeof actingWorld>>) => world.sut.openConversation([], () => undefined)],
])('%s is told nothing of it', async (_what, act) => {
  const world = await acting()
  world.sut.announce(RESULT)
  act(world)
  await world.begin()
  world.timers.pass(1_000)
  expect(world.out()).toEqual([])
})

test('it waits for what refuses it, and is told then', async () => {
  let isOpen = false
  const budget: TalkExtension = { name: 'budget', admit: () => (isOpen ? null : appError('quota')) }
  const world = await actingWorld([budget])
  world.sut.announce(RESULT)
  world.timers.pass(1)
  const before = world.out()
  isOpen = true
  world.sut.settingsChanged()
  world.timers.pass(1)
  expect([before, world.out()]).toEqual([[], [`system ${RESULT}`, 'create']])
})
