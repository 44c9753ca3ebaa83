import { createHistoryStore } from '../../../../src/main/history/adapters/worker-store'
import { head, item, talkId } from './talks'

/** A process that saves one item after the other and says which were answered; it is to be killed. */
const store = createHistoryStore({ folder: process.argv[2] ?? '', worker: new URL('./worker-from-sources.mjs', import.meta.url) })
await store.open()
const first = Number(process.argv[3])
for (let number = first; ; number += 1) {
  const saved = await store.saveItems(head(talkId(number % 3)), [item(`i${String(number)}`, { position: number, text: `sentence number ${String(number)}` })])
  if (saved.ok) process.stdout.write(`${String(number)}\n`)
}
