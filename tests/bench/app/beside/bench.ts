import { writeFileSync } from 'node:fs'
import { ensureBuilt } from '../../../../scripts/lib/app-build.mjs'
import { ROOT } from '../../../../scripts/lib/paths.mjs'
import { startRig } from '../../../e2e/support/sound/rig'
import { startEndpoint } from './endpoint'
import type { Spent } from './profile'
import { BARE, type BenchPart, Rounds } from './rounds'
import { printTable, tableOf } from './table'

export interface BesideOptions {
  readonly rounds: number
  readonly parts: readonly BenchPart[]
  /** Built folders of Parley by name; this one is `parley`. */
  readonly builds: ReadonlyMap<string, string>
  readonly out: string | null
}

/** What Parley costs beside the least that could do the same, on the same Electron. */
export async function benchBeside({ rounds, parts, builds, out }: BesideOptions): Promise<void> {
  await ensureBuilt()
  const [rig, endpoint] = [await startRig(), await startEndpoint()]
  try {
    const measured = new Rounds(rig, endpoint, new Map([...builds, ['parley', ROOT]]))
    await measured.prepare()
    for (let round = 1; round <= rounds; round += 1) {
      console.log(`Round ${String(round)} of ${String(rounds)} …`)
      await measured.round(parts)
    }
    report(measured, out)
  } finally {
    endpoint.stop()
    await rig.stop()
  }
}

function report({ figures, profiles }: Rounds, out: string | null): void {
  const table = tableOf(figures, BARE)
  printTable(table)
  printProfiles(profiles)
  if (out !== null) writeFileSync(out, `${JSON.stringify({ table, profiles: Object.fromEntries(profiles) }, null, 2)}\n`)
}

function printProfiles(profiles: ReadonlyMap<string, readonly Spent[]>): void {
  for (const [name, functions] of profiles) {
    console.log(`\n${name}: where main's JavaScript spent 20 s of two-way sound, last round, ms`)
    for (const { where, ms } of functions) console.log(`${ms.toFixed(1).padStart(8)}  ${where}`)
  }
}
