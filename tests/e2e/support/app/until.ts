import { setTimeout as delay } from 'node:timers/promises'

const POLL_MS = 25
const LIMIT_MS = 15_000

/** Asks until the answer is yes; fails when it stays no. */
export async function until(what: string, answers: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<void> {
  for (const start = Date.now(); Date.now() - start < limitMs; await delay(POLL_MS)) {
    if (await answers()) return
  }
  throw new Error(`It did not come to: ${what}, within ${String(limitMs)} ms.`)
}
