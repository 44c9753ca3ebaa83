import { expect, test } from 'vitest'
import type { CallAnswer, FunctionCall, TalkExtension } from '../../../src/main/talk/extension'
import type { PracticeOptions } from '../../support/practice/practice-server'
import { type Engine, startEngine } from '../support/engine'
import { loud, quiet } from '../support/loop'

const CALL = { kind: 'function-call', name: 'clock', arguments: '{"zone":"UTC"}' } as const
const NOON: CallAnswer = { output: '{"time":"12:00"}' }
const SPOKEN = { outputs: [{ kind: 'say' as const, text: 'It is noon.' }] }

/** The engine with a feature that answers by hand what it is asked; the server holds it to every rule. */
async function withHands(options: PracticeOptions, world: { readonly shortestLifeMs?: number } = {}) {
  const asked: FunctionCall[] = []
  const interrupted: string[] = []
  const takesCalls: TalkExtension = {
    name: 'takes calls',
    takes: ({ name }) => name === 'clock',
    heard: (fact) => {
      if (fact.type === 'callsAsked') asked.push(...fact.calls)
      if (fact.type === 'callsInterrupted') interrupted.push(...fact.calls)
    },
  }
  const engine = await startEngine([takesCalls], { forgives: [], ...options }, world)
  return { ...engine, asked, interrupted, reply: (index: number, answer = NOON) => asked.slice(index, index + 1).forEach(({ call }) => engine.sut.answerCall(call, answer)) }
}

/** What of questions and calls reached each session, in order. */
const received = ({ practice }: Pick<Engine, 'practice'>) =>
  practice.sessions.map(({ received: events }) =>
    events.flatMap(({ type, item }) => {
      const { type: kind, output } = (item ?? {}) as { readonly type?: string; readonly output?: string }
      if (type === 'response.create') return ['create']
      return kind === undefined || kind === 'message' ? [] : [output ?? kind]
    }))

test('a spoken question, what is said before the tools, two calls at once, their outputs, a spoken answer', async () => {
  const world = await withHands({ script: [{ outputs: [{ kind: 'say', text: 'Let me look.', phase: 'commentary' }, CALL, CALL] }, SPOKEN] })
  world.speak()
  await world.until(() => world.asked.length === 2)
  const phase = world.sut.facts().turnPhase
  world.reply(1, { output: 'second' })
  world.reply(0)
  await world.until(() => world.audio.played.size === 2 && !world.sut.facts().responding)
  for (const item of world.audio.played.keys()) world.audio.facts.playbackDrained(item, world.audio.samplesPlayed(item), 0)
  await world.until(() => world.sut.facts().turnPhase === 'idle')
  expect({ phase, received: received(world), items: world.sut.conversation.current.items.map(({ text, tool }) => tool?.output ?? text).slice(1), told: world.told }).toEqual({
    phase: 'speaking',
    received: [['create', 'second', NOON.output, 'create']],
    items: ['Let me look.', NOON.output, 'second', 'It is noon.'],
    told: [],
  })
})

test('typed: the same', async () => {
  const world = await withHands({ script: [{ outputs: [CALL] }, SPOKEN] })
  world.sut.submit({ kind: 'text', text: 'What time is it?' })
  await world.until(() => world.asked.length === 1)
  const phase = world.sut.facts().turnPhase
  world.reply(0)
  await world.heard(1)
  expect([phase, received(world)]).toEqual(['acting', [['create', NOON.output, 'create']]])
})

test.each(['drop', 'expire'] as const)('cut (%s) between call and output: it ran once, and the next session is told of the pair and asked once', async (kind) => {
  const world = await withHands({ script: [{ outputs: [CALL] }, SPOKEN] })
  world.speak()
  await world.until(() => world.asked.length === 1)
  world.practice.cut(kind)
  await world.until(() => world.practice.sessions.length === 2 && world.sut.facts().connection.name === 'ready')
  world.reply(0)
  await world.heard(1)
  expect([world.asked.length, received(world), world.practice.sessions[1]?.committedAudio]).toEqual([1, [['create'], ['function_call', NOON.output, 'create']], []])
})

test('a session that ends takes its successor over under a running call', async () => {
  const world = await withHands({ script: [{ outputs: [CALL] }, SPOKEN], lifetimeSeconds: 4 }, { shortestLifeMs: 1_000 })
  world.speak()
  await world.until(() => world.asked.length === 1)
  await world.until(() => world.practice.sessions.some(({ closeCode }) => closeCode !== null))
  world.reply(0)
  await world.heard(1)
  const all = received(world)
  expect([world.asked.length, world.sut.facts().turnPhase, all[0], all.slice(1).flat()]).toEqual([1, 'idle', ['create'], ['function_call', NOON.output, 'create']])
})

test('the key goes down while a tool runs: nothing is said while it is held, and the output is in time for the new question', async () => {
  const world = await withHands({ script: [{ outputs: [CALL] }, SPOKEN] })
  world.speak()
  await world.until(() => world.asked.length === 1)
  world.sut.verbs.press()
  world.reply(0)
  await new Promise((resolve) => setTimeout(resolve, 300))
  const held = [received(world), world.audio.played.size]
  world.sut.verbs.cancel()
  world.speak()
  await world.heard(1)
  expect([held, world.interrupted, received(world)]).toEqual([[[['create', NOON.output]], 0], [world.asked[0]?.call], [['create', NOON.output, 'create']]])
})

test('hands-free: what the server hears calls, and goes on by our request alone', async () => {
  const world = await withHands({ script: [{ outputs: [CALL] }, SPOKEN] })
  world.sut.setMode('hands-free')
  await world.until(() => world.audio.openTurn !== null)
  const segment = world.audio.openTurn
  if (segment === null) throw new Error('the gate is shut')
  for (const pcm of [...loud(30), ...quiet(60)]) world.audio.facts.captureFrame(segment, pcm)
  await world.until(() => world.asked.length === 1)
  const acting = world.sut.facts().acting
  world.reply(0)
  await world.until(() => world.audio.played.size === 1 && !world.sut.facts().responding)
  expect([acting, received(world)]).toEqual([true, [[NOON.output, 'create']]])
})

test('announced later: told as by the system, and spoken', async () => {
  const world = await withHands({ script: [SPOKEN] })
  world.sut.announce('Result of job j7: done.')
  await world.heard(1)
  expect([received(world), world.practice.sessions[0]?.received.flatMap(({ item }) => (item as { readonly role?: string } | undefined)?.role ?? [])]).toEqual([[['create']], ['system']])
})
