import { saveTalk, withStore } from '../../e2e/support/history/seeded-history'
import { createTexts } from '../../integration/history/support/texts'

const CONVERSATIONS = 2_000
const ITEMS_EACH = 50
const MINUTE_MS = 60_000

/** 100,000 items, as the app would write them: through the store, with all their words. Says how many ms an item took. */
export async function fillThroughStore(userData: string): Promise<number> {
  const text = createTexts(1)
  const start = Date.now() - CONVERSATIONS * ITEMS_EACH * MINUTE_MS
  const began = performance.now()
  await withStore(userData, async (store) => {
    for (let talk = 0; talk < CONVERSATIONS; talk += 1) {
      await saveTalk(store, { id: `talk-${String(talk)}`, at: start + talk * ITEMS_EACH * MINUTE_MS, texts: Array.from({ length: ITEMS_EACH }, text) })
    }
  })
  return (performance.now() - began) / (CONVERSATIONS * ITEMS_EACH)
}
