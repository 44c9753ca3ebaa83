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

/** Answers that were asked for so far, and samples that were handed to the player: by the app's own account, which no busy machine delays. */
const answersOf = ({ sent, audio }: WithTools) => ({
  asked: sent.filter((type) => type === 'response.create').length,
  samples: [...audio.played.values()].flat().reduce((sum, { length }) => sum + length, 0),
})

/** The key goes down, stays down for a while and comes up, with something said. What was asked for and played meanwhile. */
async function talkInto(world: WithTools, heldMs: number) {
  const { sut, audio } = world
  sut.verbs.press()
  const before = answersOf(world)
  const turn = audio.openTurn
  if (turn === null) throw new Error('the press opened nothing')
  audio.facts.captureReady(turn)
  const speech = ramp(24_000)
  for (let at = 0; at < speech.length; at += 480) audio.facts.captureFrame(turn, speech.slice(at, at + 480))
  await delay(heldMs)
  const now = answersOf(world)
  sut.verbs.release()
  audio.facts.captureClosed(turn, speech.length)
  return { asked: now.asked - before.asked, samples: now.samples - before.samples }
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
    during, told: world.told.map(({ tag }) => tag), open: session?.openCalls.length, violations: session?.violations, once: (outputs ?? 0) <= 1,
    lines: effect === 'write' ? counter.lines().length === begun : counter.lines().length <= begun,
    left: [...store.done.values()].filter(({ outcome }) => outcome === 'open').length, begun, effect,
  }
}

test(`a press at any point of a two-second tool: nothing answers while the key is held, and a write happens once (${String(RUNS)} seeded)`, { timeout: 30_000 + RUNS * 3_000 }, async () => {
  const outcomes: Awaited<ReturnType<typeof run>>[] = []
  for (let first = 0; first < RUNS; first += AT_ONCE) outcomes.push(...(await Promise.all(Array.from({ length: Math.min(AT_ONCE, RUNS - first) }, (_, at) => run(first + at + 1)))))
  const faults = outcomes.filter(({ during, told, open, violations, once, lines, left }) => during.asked > 0 || during.samples > 0 || told.length > 0 || open !== 0 || violations?.length !== 0 || !once || !lines || left > 0)
  expect(faults).toEqual([])
  expect(outcomes.filter(({ begun }) => begun > 0).length).toBeGreaterThan(RUNS / 2) // or it proves nothing
})
