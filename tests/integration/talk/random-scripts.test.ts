import { expect, test } from 'vitest'
import { runScript } from './hostile/run-script'
import { shrink } from './hostile/shrink'
import { throwScript } from './hostile/steps'

const COUNT = Number(process.env['PARLEY_SCRIPTS'] ?? 60)
const SEED = Number(process.env['PARLEY_SEED'] ?? 1)
/** Shrinking takes some hundred runs: the first few show most. */
const SHRUNK = 5

test(`hostile servers, scripts ${String(SEED)} to ${String(SEED + COUNT - 1)}: each leaves Parley as it should be`, { timeout: 60_000 + COUNT * 5_000 }, async () => {
  const found: { seed: number; faults: readonly string[]; script?: unknown }[] = []
  for (let seed = SEED; seed < SEED + COUNT; seed += 1) {
    const script = throwScript(seed)
    const faults = await runScript(script)
    if (faults.length > 0) found.push({ seed, faults, ...(found.length < SHRUNK ? { script: await shrink(script, faults) } : {}) })
  }
  expect(found.map((each) => JSON.stringify(each))).toEqual([])
})
