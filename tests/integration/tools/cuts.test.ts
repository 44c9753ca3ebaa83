import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { dice } from '../../e2e/support/talk/random-keys'
import { plainTool } from '../../unit/tools/support'
import { counterFile, slowSource, startWithTools } from '../support/tools'

const TOOL_MS = 400
/** 100 by `npm run soak:tools`. */
const RUNS = Number(process.env['PARLEY_TOOL_RUNS'] ?? 24) / 2
const AT_ONCE = 6

const CALL = { outputs: [{ kind: 'function-call', name: 'write', arguments: '{"n":1}' }] } as const
const SAY = { outputs: [{ kind: 'say', text: 'Done as you asked.' }] } as const
const KINDS = ['drop', 'close-1000'] as const

/** The connection is cut at some point between the question and the end of its answer; with `level` 3 a hand has to allow it first. */
async function run(seed: number) {
  const random = dice(seed)
  const counter = counterFile()
  const level = seed % 3 === 0 ? 3 : 2
  const world = await startWithTools([slowSource(plainTool({ effect: 'write', level, isOwn: true }, 'write'), TOOL_MS, counter.add)], { script: [CALL, SAY, SAY, SAY] })
  const { speak, until, sut, practice, drain, store, hotkeys, feature } = world
  speak()
  await delay(random() * (TOOL_MS + 500))
  practice.cut(KINDS[seed % KINDS.length] ?? 'drop')
  if (level === 3) {
    await until(() => {
      drain()
      return world.tools().card !== null || sut.facts().turnPhase === 'idle' // cut before it had called: practice's next line is the answer
    })
  }
  if (world.tools().card !== null) {
    feature.routes?.({ handle: () => undefined, on: (channel, receive) => channel === 'tools:shown' && (receive as (id: string, place: 'panel') => void)(world.tools().card?.id ?? '', 'panel') }, () => undefined)
    await until(() => world.tools().card?.armed === true)
    hotkeys.approve('down', 0)
    await delay(700)
    hotkeys.approve('up', 0)
  }
  await until(() => {
    drain()
    return sut.facts().turnPhase === 'idle' && sut.facts().connection.name === 'ready' && world.tools().running.length === 0 && practice.sessions.at(-1)?.openCalls.length === 0
  })
  /** An answer that had begun is not asked for again: its person is told that it broke. */
  const broken = sut.conversation.current.items.filter(({ role, kind, status }) => role === 'assistant' && kind === 'speech' && status === 'interrupted')
  return { told: world.told.map(({ tag }) => tag), broken: broken.length, lines: counter.lines().length, left: [...store.done.values()].map(({ outcome }) => outcome), violations: practice.sessions.flatMap(({ violations }) => violations) }
}

test(`a connection that is cut anywhere between a call and its answer: nothing runs twice, nothing is lost (${String(RUNS)} seeded)`, { timeout: 60_000 + RUNS * 3_000 }, async () => {
  const outcomes: Awaited<ReturnType<typeof run>>[] = []
  for (let first = 0; first < RUNS; first += AT_ONCE) outcomes.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, RUNS - first) }, (_, at) => run(first + at + 1)))))
  const called = outcomes.filter(({ left }) => left.length > 0)
  expect(outcomes).toEqual(outcomes.map(({ left, broken }) => ({ told: Array.from({ length: broken }, () => 'server-gone'), broken, lines: left.length, left: left.map(() => 'done'), violations: [] })))
  expect([called.length > RUNS / 3, called.every(({ lines }) => lines === 1)]).toEqual([true, true]) // what was cut before it had called, practice answers at once
})
