import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../scripts/lib/app-build.mjs'
import { killRuns, type KillReport } from '../e2e/support/history/kill-run'
import { startRig } from '../e2e/support/sound/rig'

const isWrong = ({ missing, integrity, next }: KillReport): boolean => missing.length > 0 || integrity !== 'ok' || next.length > 0

/** The long form of tests/e2e/history/kill.test.ts: `npm run soak:kills -- [--count 100] [--seed N]`. */
async function soak(count: number, seed: number): Promise<number> {
  await ensureBuilt()
  console.log(`${String(count)} kills, seed ${String(seed)}`)
  const rig = await startRig()
  try {
    let number = 0
    const reports = await killRuns(rig, { count, seed, told: (report) => { console.log(lineOf((number += 1), report)) } })
    const sum = (of: (report: KillReport) => number) => reports.reduce((total, report) => total + of(report), 0)
    console.log(
      `${String(reports.length)} kills: ${String(sum(({ shown }) => Number(shown > 0)))} with finished items, ${String(sum(({ shown }) => shown))} items shown as finished, ` +
        `${String(sum(({ missing }) => missing.length))} missing; ${String(sum((each) => Number(each.integrity !== 'ok')))} databases not whole; ` +
        `${String(sum(({ openSegments }) => openSegments))} segments were open; ${String(sum(({ next }) => next.length))} faults of the next start`,
    )
    return reports.some(isWrong) ? 1 : 0
  } finally {
    await rig.stop()
  }
}

function lineOf(number: number, { afterMs, shown, missing, integrity, openSegments, next }: KillReport): string {
  const faults = [...missing.map((item) => `missing ${item}`), ...(integrity === 'ok' ? [] : [integrity]), ...next]
  return `${String(number).padStart(4)}: after ${String(afterMs).padStart(4)} ms, ${String(shown).padStart(2)} shown, ${String(openSegments)} open segments: ${faults.length === 0 ? 'all there' : faults.join('; ')}`
}

const { values } = parseArgs({ options: { count: { type: 'string', default: '100' }, seed: { type: 'string', default: String(Date.now() % 1_000_000) } } })
process.exitCode = await soak(Number(values.count), Number(values.seed))
