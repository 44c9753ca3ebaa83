import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { plainTool } from '../../unit/tools/support'
import { dice } from '../../e2e/support/talk/random-keys'
import { ramp } from '../support/loop'
import { counterFile, slowSource, startWithTools, type WithTools } from '../support/tools'

const TOOL_MS = 2_000
/** 200 by `npm run soak:tools`. */
const RUNS = Number(process.env['PARLEY_TOOL_RUNS'] ?? 20)
const AT_ONCE = 10

const CALL = { outputs: [{ kind: 'function-call', name: 'write', arguments: '{"n":1}' }] } as const
const SAY = { outputs: [{ kind: 'say', text: 'Done as you asked.' }] } as const

/** The key goes down, stays down for a while and comes up, with something said. */
async function talkInto({ sut, audio, practice }: WithTools, heldMs: number): Promise<number> {
  sut.verbs.press()
  const turn = audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  audio.facts.captureReady(turn)
  const begun = () => practice.sessions.reduce((sum, { responsesCreated }) => sum + responsesCreated, 0)
  await delay(200) // what was on its way when the key went down, also on a busy machine
  const before = begun()
  const speech = ramp(24_000)
  for (let at = 0; at < speech.length; at += 480) audio.facts.captureFrame(turn, speech.slice(at, at + 480))
  await delay(heldMs)
  const during = begun() - before
  sut.verbs.release()
  audio.facts.captureClosed(turn, speech.length)
  return during
}

async function run(seed: number) {
  const random = dice(seed)
  const counter = counterFile()
  const effect = seed % 4 === 0 ? 'read' : 'write'
  const world = await startWithTools([slowSource(plainTool({ effect, level: effect === 'read' ? 0 : 2, isOwn: true }, 'write'), TOOL_MS, counter.add)], { script: [CALL, SAY, SAY, SAY] })
  const { speak, until, sut, practice, store, drain } = world
  speak()
  await delay(random() * (TOOL_MS + 600))
  const during = await talkInto(world, 300 + random() * 900)
  await until(() => {
    drain()
    return sut.facts().turnPhase === 'idle' && world.tools().running.length === 0 && practice.sessions[0]?.openCalls.length === 0
  })
  const [session] = practice.sessions
  const outputs = session?.received.filter(({ item }) => (item as { readonly type?: string } | undefined)?.type === 'function_call_output').length
  const begun = [...store.done.values()].length // the key may have come before the call: then nothing ran
  return {
    during, open: session?.openCalls.length, violations: session?.violations, once: (outputs ?? 0) <= 1,
    lines: effect === 'write' ? counter.lines().length === begun : counter.lines().length <= begun,
    left: [...store.done.values()].filter(({ outcome }) => outcome === 'open').length, begun, effect,
  }
}

test(`a press at any point of a two-second tool: nothing answers while the key is held, and a write happens once (${String(RUNS)} seeded)`, { timeout: 30_000 + RUNS * 3_000 }, async () => {
  const outcomes: Awaited<ReturnType<typeof run>>[] = []
  for (let first = 0; first < RUNS; first += AT_ONCE) outcomes.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, RUNS - first) }, (_, at) => run(first + at + 1)))))
  const faults = outcomes.filter(({ during, open, violations, once, lines, left }) => during > 0 || open !== 0 || violations?.length !== 0 || !once || !lines || left > 0)
  expect(faults).toEqual([])
  expect(outcomes.filter(({ begun }) => begun > 0).length).toBeGreaterThan(RUNS / 2) // or it proves nothing
})
