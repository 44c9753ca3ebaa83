import { expect, test } from 'vitest'
import { INDEXED_CHARS } from '../../../src/main/history/core/words'
import { SHOWN_CHARS } from '../../../src/main/talk/core/conversation/shown-part'
import { itemId } from '../../../src/shared/ids'
import { openStore, valueOf } from './support/store'
import { head, item, talkId } from './support/talks'

const A = talkId(1)
const WORDS = 'word '.repeat(4_000_000)
const TEXT = `first ${WORDS}last 😀`

test('a text of 20 MB is kept whole, shown by pieces, found by its first million characters, and holds up nobody for long', async () => {
  const store = await openStore()
  const since = performance.now()
  valueOf(await store.saveItems(head(A), [item('long', { text: TEXT }), item('b', { position: 1, text: 'short' })]))
  const saved = performance.now() - since
  const shown = valueOf(await store.items(A, null, 50, 'shown')).rows.map((row) => row.item)
  const page = performance.now()
  valueOf(await store.items(A, null, 50, 'shown'))
  const paged = performance.now() - page
  const end = valueOf(await store.itemText(A, itemId('long'), TEXT.length - 8))
  const next = valueOf(await store.itemText(A, itemId('long'), SHOWN_CHARS))
  const whole = valueOf(await store.items(A, null, 50)).rows[0]?.item
  const hits = await Promise.all(['first', 'last'].map(async (word) => valueOf(await store.search(word, 5)).length))
  expect(TEXT.length).toBeGreaterThan(INDEXED_CHARS)
  expect({
    shown: shown.map(({ text, more }) => [text.length, more ?? false]), end, next: [next?.text.length, next?.more], whole: whole?.text === TEXT && whole.more === undefined,
    gone: valueOf(await store.itemText(A, itemId('other'), 0)), hits, quick: [saved < 5_000, paged < 1_000],
  }).toEqual({
    shown: [[SHOWN_CHARS, true], [5, false]], end: { text: ' last 😀', more: false }, next: [SHOWN_CHARS, true], whole: true, gone: null, hits: [1, 0], quick: [true, true],
  })
})

test('a removed message gives no piece of its text', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a', { text: 'secret' }), item('b', { position: 1 })]))
  valueOf(await store.removeItem(A, itemId('a')))
  expect(valueOf(await store.itemText(A, itemId('a'), 0))).toBeNull()
})
