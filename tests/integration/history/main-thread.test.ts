import { monitorEventLoopDelay } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { openStore, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'
import { createTexts } from './support/texts'

const TURNS = 1_000
const ITEMS_EACH = 10

/** Printed and not judged: on a busy machine the delay is that of the machine. */
test('10,000 items are saved while the calling thread stays free', { timeout: 120_000 }, async () => {
  const store = await openStore()
  const text = createTexts(5)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const began = performance.now()
  for (let turn = 0; turn < TURNS; turn += 1) {
    const writes = Array.from({ length: ITEMS_EACH }, (_, index) => item(`i${String(turn * ITEMS_EACH + index)}`, { position: turn * ITEMS_EACH + index, text: text() }))
    valueOf(await store.saveItems(head(talkId(1)), writes))
  }
  const took = performance.now() - began
  delay.disable()
  const [middle, high, worst] = [delay.percentile(50), delay.percentile(99), delay.max].map((ns) => (ns / 1e6).toFixed(2))
  console.log(`10,000 items in ${took.toFixed(0)} ms; the calling thread's turns took ${String(middle)} ms (median), ${String(high)} ms (99 %), ${String(worst)} ms (worst)`)
  expect(valueOf(await store.stats()).items).toBe(TURNS * ITEMS_EACH)
})
