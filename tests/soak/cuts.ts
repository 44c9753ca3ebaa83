import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { startRig, type Rig } from '../../scripts/rig/rig'
import { outcomesOf, tally } from '../e2e/support/cuts/outcome'
import { type CutTalk, cutTalk } from '../e2e/support/cuts/run'
import { recordSentences } from '../e2e/support/cuts/script'
import { untilTakenForDead } from '../e2e/support/cuts/watchdog'

const TURNS = 20
/** More than turns: a good part finds nothing to cut, because the cut before it has just been made. */
const CUTS_IN_A_TALK = 24
/** Nothing was heard for 45 s, counted from the last sign of life. */
const DEAD_MS = { least: 43_000, most: 47_000 }

const HELP = `Cuts the connection at random points of a scripted talk of ${String(TURNS)} turns, talk after talk, in the real app:
the long form of tests/e2e/talk/cuts.test.ts.

  npm run soak:cuts -- [options]

  --count N   cuts in all (200)
  --seed N    of the first talk; the others follow it (the time)`

const { values } = parseArgs({ options: { count: { type: 'string', default: '200' }, seed: { type: 'string' }, help: { type: 'boolean', default: false } } })

type Talk = CutTalk & { readonly seed: number }

/** Resolves with the exit code. */
async function soak(count: number, first: number): Promise<number> {
  await ensureBuilt()
  const start = Date.now()
  const rig = await startRig()
  try {
    const talks = await cutTalks(rig, count, first)
    const wrong = [...talks.flatMap((talk) => talk.wrong.map((sentence) => `seed ${String(talk.seed)}: ${sentence}`)), ...(await silence(rig))]
    for (const sentence of wrong) console.log(sentence)
    console.log(summary(talks, (Date.now() - start) / 60_000, wrong.length))
    return wrong.length === 0 ? 0 : 1
  } finally {
    await rig.stop()
  }
}

async function cutTalks(rig: Rig, count: number, first: number): Promise<readonly Talk[]> {
  const wavs = await recordSentences(rig)
  const talks: Talk[] = []
  for (let cuts = 0; cuts < count; cuts += talks.at(-1)?.struck.length ?? 0) {
    const seed = first + talks.length
    const talk = { seed, ...(await cutTalk(rig, wavs, seed, TURNS, CUTS_IN_A_TALK)) }
    talks.push(talk)
    console.log(`seed ${String(seed)}: ${String(talk.struck.length)} cuts (${tally(talk.struck.map(({ cut }) => cut.label))}), ${String(talk.wrong.length)} wrong`)
  }
  return talks
}

/** The one cut that nothing helps to notice. */
async function silence(rig: Rig): Promise<readonly string[]> {
  const ms = await untilTakenForDead(rig)
  console.log(`silent, and nobody hurries the watchdog: dead after ${(ms / 1_000).toFixed(1)} s`)
  return ms < DEAD_MS.least || ms > DEAD_MS.most ? [`a silent connection counted as dead after ${ms.toFixed(0)} ms`] : []
}

function summary(talks: readonly Talk[], minutes: number, wrong: number): string {
  const cuts = talks.flatMap(({ struck }) => struck.map(({ cut }) => cut))
  const sum = (of: (talk: Talk) => number) => String(talks.reduce((total, talk) => total + of(talk), 0))
  return [
    `${String(cuts.length)} cuts in ${String(talks.length)} talks, ${sum(({ account }) => account.turns.length)} turns, ${sum(({ connects }) => connects[0])} connects, ${minutes.toFixed(1)} min, first seed ${String(talks[0]?.seed)}`,
    `  by kind: ${tally(cuts.map(({ label }) => label))}`,
    `  by moment: ${tally(cuts.map(({ moment }) => moment))}`,
    `  outcome: ${tally(talks.flatMap(({ account, struck }) => outcomesOf(account, struck)))}`,
    `  drafts kept: ${sum(({ account }) => account.drafts.length)}; wrong: ${String(wrong)}`,
  ].join('\n')
}

if (values.help) console.log(HELP)
else process.exitCode = await soak(Number(values.count), Number(values.seed ?? Date.now() % 1_000_000))
