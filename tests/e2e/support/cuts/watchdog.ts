import { startPracticeApp } from '../app/practice-app'
import type { Rig } from '../sound/rig'

/** The app's own bound, and the time to look. */
const LIMIT_MS = 60_000

/** A connection that falls silent while nobody talks and nothing helps. Resolves with the ms until the app takes it for dead. */
export async function untilTakenForDead(rig: Rig): Promise<number> {
  const talking = await startPracticeApp(rig)
  try {
    const { app, practice } = talking
    const since = app.trace.now()
    const cutAt = await app.electron.evaluate(() => performance.now())
    practice.cut('half-open')
    const dead = await app.trace.until('a dead connection', (mark) => mark.name === 'connection' && mark['state'] === 'waiting', { since, limitMs: LIMIT_MS })
    await app.trace.untilReady({ since: dead.at })
    return dead.at - cutAt
  } finally {
    await talking.stop()
  }
}
