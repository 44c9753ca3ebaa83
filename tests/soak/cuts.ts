import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { startRig } from '../../scripts/rig/rig'
import { outcomesOf, tally } from '../e2e/support/cuts/outcome'
import { cutTalk } from '../e2e/support/cuts/run'
import { recordSentences } from '../e2e/support/cuts/script'

const TURNS = 20
/** More than turns: a good part finds nothing to cut, because the cut before it has just been made. */
const CUTS_IN_A_TALK = 24

const HELP = `Cuts the connection at random points of a scripted talk of ${String(TURNS)} turns, talk after talk, in the real app.

  npm run soak:cuts -- [options]

  --count N   cuts in all (200)
  --seed N    of the first talk; the others follow it (the time)`

const { values } = parseArgs({ options: { count: { type: 'string', default: '200' }, seed: { type: 'string' }, help: { type: 'boolean', default: false } } })

/** Resolves with the exit code. */
async function soak(count: number, first: number): Promise<number> {
  await ensureBuilt()
  const rig = await startRig()
  const [labels, moments, outcomes, wrong]: [string[], string[], string[], string[]] = [[], [], [], []]
  const start = Date.now()
  let [talks, turns, connects] = [0, 0, 0]
  try {
    const wavs = await recordSentences(rig)
    for (let seed = first; labels.length < count; seed += 1) {
      const talk = await cutTalk(rig, wavs, seed, TURNS, CUTS_IN_A_TALK)
      talks += 1
      turns += talk.account.turns.length
      connects += talk.connects[0]
      labels.push(...talk.struck.map(({ cut }) => cut.label))
      moments.push(...talk.struck.map(({ cut }) => cut.moment))
      outcomes.push(...outcomesOf(talk.account, talk.struck))
      wrong.push(...talk.wrong.map((sentence) => `seed ${String(seed)}: ${sentence}`))
      console.log(`seed ${String(seed)}: ${String(talk.struck.length)} cuts (${tally(talk.struck.map(({ cut }) => cut.label))}), ${String(talk.wrong.length)} wrong`)
    }
  } finally {
    await rig.stop()
  }
  for (const sentence of wrong) console.log(sentence)
  console.log(`${String(labels.length)} cuts in ${String(talks)} talks, ${String(turns)} turns, ${String(connects)} connects, ${((Date.now() - start) / 60_000).toFixed(1)} min, first seed ${String(first)}`)
  console.log(`  by kind: ${tally(labels)}\n  by moment: ${tally(moments)}\n  outcome: ${tally(outcomes)}\n  wrong: ${String(wrong.length)}`)
  return wrong.length === 0 ? 0 : 1
}

if (values.help) console.log(HELP)
else process.exitCode = await soak(Number(values.count), Number(values.seed ?? Date.now() % 1_000_000))
