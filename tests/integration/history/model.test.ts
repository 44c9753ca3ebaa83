import { expect, test } from 'vitest'
import { itemId } from '../../../src/shared/ids'
import { openStore, valueOf } from './support/store'
import { head, item, MORNING, talkId } from './support/talks'
import { createRandom } from './support/texts'

const ROUNDS = 1_000
const TALKS = 12
const ITEMS = 15
const WORDS = ['weather', 'clock', '天气', 'train', 'bread', 'Łódź'] as const

interface Known {
  readonly text: string
  hidden: boolean
}
interface Talk {
  readonly items: Map<string, Known>
  hidden: boolean
}

/** The history as a child would write it: what is in sight, and what must never be again. */
class Model {
  readonly talks = new Map<number, Talk>()
  readonly gone = new Set<string>()

  /** False: it was taken away for good, and stays so. */
  save(talk: number, id: string, text: string): boolean {
    if (this.gone.has(String(talk)) || this.gone.has(`${String(talk)}/${id}`)) return false
    const known = this.talks.get(talk) ?? { items: new Map<string, Known>(), hidden: false }
    this.talks.set(talk, known)
    known.items.set(id, { text, hidden: known.items.get(id)?.hidden ?? false })
    return true
  }
  hide(talk: number, hidden: boolean): void {
    const known = this.talks.get(talk)
    if (known !== undefined) known.hidden = hidden
  }
  hideItem(talk: number, id: string, hidden: boolean): void {
    const known = this.talks.get(talk)?.items.get(id)
    if (known !== undefined) known.hidden = hidden
  }
  drop(talk: number, id: string): void {
    this.gone.add(`${String(talk)}/${id}`)
    const known = this.talks.get(talk)
    known?.items.delete(id)
    if (known?.items.size === 0) this.talks.delete(talk)
  }
  purge(): void {
    for (const [talk, known] of this.talks) {
      if (known.hidden) {
        this.gone.add(String(talk))
        this.talks.delete(talk)
      } else {
        for (const [id, { hidden }] of known.items) if (hidden) this.drop(talk, id)
      }
    }
  }
  items(talk: number): readonly string[] {
    const known = this.talks.get(talk)
    if (known === undefined || known.hidden) return []
    return [...known.items].filter(([, { hidden }]) => !hidden).map(([id, { text }]) => `${id}: ${text}`).toSorted()
  }
}

test(`${String(ROUNDS)} random saves and removals leave what a plain model has`, { timeout: 120_000 }, async () => {
  const store = await openStore()
  const model = new Model()
  const random = createRandom(11)
  const below = (limit: number): number => Math.floor(random() * limit)
  for (let round = 0; round < ROUNDS; round += 1) {
    const talk = below(TALKS) + (Math.floor(round / 250) * TALKS) / 2
    const [id, text] = [`i${String(below(ITEMS)).padStart(2, '0')}`, `${WORDS[below(WORDS.length)] ?? ''} ${String(round)}`]
    const known = model.talks.get(talk)
    const dice = below(100)
    if (dice < 62) {
      const isTaken = model.save(talk, id, text)
      const saved = await store.saveItems(head(talkId(talk)), [item(id, { position: Number(id.slice(1)), text, createdAt: MORNING + round })])
      expect([round, saved.ok || saved.error.tag]).toEqual([round, isTaken || 'history-gone'])
    } else if (dice < 70 && known !== undefined) {
      model.hide(talk, true)
      valueOf(await store.remove([talkId(talk)]))
    } else if (dice < 78 && known !== undefined) {
      model.hide(talk, false)
      valueOf(await store.restore([talkId(talk)]))
    } else if (dice < 85 && known?.items.has(id) === true) {
      model.hideItem(talk, id, true)
      valueOf(await store.removeItem(talkId(talk), itemId(id)))
    } else if (dice < 91) {
      model.hideItem(talk, id, false)
      valueOf(await store.restoreItem(talkId(talk), itemId(id)))
    } else if (dice < 95) {
      model.drop(talk, id)
      valueOf(await store.dropItem(talkId(talk), itemId(id)))
    } else if (dice < 97) {
      model.purge()
      valueOf(await store.purge())
    }
  }
  const talks = Array.from({ length: TALKS * 3 }, (_, talk) => talk)
  const seen = await Promise.all(talks.map(async (talk) => valueOf(await store.items(talkId(talk), null, 100)).rows.map(({ item: one }) => `${one.id}: ${one.text}`)))
  expect(seen).toEqual(talks.map((talk) => model.items(talk)))

  const rows = new Map(valueOf(await store.list(null, 100)).rows.map((row) => [row.id, [row.items, row.preview]]))
  const expected = talks.map((talk) => [talkId(talk), model.items(talk)] as const).filter(([, items]) => items.length > 0)
  expect(rows).toEqual(new Map(expected.map(([id, items]) => [id, [items.length, items.at(-1)?.slice(5)]])))

  for (const word of WORDS) {
    const hits = valueOf(await store.search(word, 500)).filter((hit) => hit.snippet.some(({ hit: isHit }) => isHit)).map((hit) => `${hit.conversation}/${hit.item}`)
    const wanted = talks.flatMap((talk) => model.items(talk).filter((one) => one.includes(word)).map((one) => `${talkId(talk)}/${one.slice(0, 3)}`))
    expect(hits.toSorted()).toEqual(wanted.toSorted())
  }
})
