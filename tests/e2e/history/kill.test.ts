import { afterAll, beforeAll, expect, test } from 'vitest'
import { killRuns } from '../support/history/kill-run'
import { startRig, type Rig } from '../support/sound/rig'

const SEED = Number(process.env['PARLEY_SEED'] ?? Date.now() % 1_000_000)
/** The long form is `npm run soak:kills`. */
const KILLS = 3

let rig: Rig
beforeAll(async () => { rig = await startRig() })
afterAll(async () => { await rig.stop() })

test(`${String(KILLS)} times killed in the middle of a conversation: what was shown as finished is there, and the next start opens it (seed ${String(SEED)})`, async () => {
  const reports = await killRuns(rig, { count: KILLS, seed: SEED })
  const wrong = reports.filter(({ missing, integrity, next }) => missing.length > 0 || integrity !== 'ok' || next.length > 0)
  expect({ wrong, looked: reports.some(({ shown }) => shown > 0) }).toEqual({ wrong: [], looked: true })
})
