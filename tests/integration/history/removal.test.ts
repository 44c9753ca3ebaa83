import { expect, test } from 'vitest'
import type { HistoryStore } from '../../../src/main/history/core/ports'
import type { LedgerEntry, ResponseUsage } from '../../../src/shared/history'
import { type ConversationId, itemId, turnId } from '../../../src/shared/ids'
import { newFolder, openStore, storeIn, tagOf, valueOf, WORKER } from './support/store'
import { head, item, MORNING, talkId } from './support/talks'

const [A, B] = [talkId(1), talkId(2)]
const usageOf = (conversation: ConversationId): ResponseUsage => ({
  conversation, response: 'r', at: MORNING, inputTokens: 1, cachedTokens: 0, outputTokens: 1, inputAudioTokens: 0, outputAudioTokens: 0,
})
const segmentAt = (startedAt: number): LedgerEntry => ({
  id: 's', turn: turnId('t'), conversation: null, host: 'example.com', startedAt, elapsedMs: 1, bytes: 2, mode: 'hold', end: 'sent',
})
const idsOf = async (store: HistoryStore, talk = A): Promise<readonly string[]> => valueOf(await store.items(talk, null, 50)).rows.map((row) => row.item.id)
const listed = async (store: HistoryStore): Promise<readonly string[]> => valueOf(await store.list(null, 50)).rows.map(({ id }) => id)

test('what is removed is out of sight and comes back as it was', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a', { text: 'one' }), item('b', { position: 1, text: 'two' })]))
  const before = valueOf(await store.summary(A))
  valueOf(await store.remove([A, B]))
  const away = [await listed(store), valueOf(await store.summary(A)), await idsOf(store), valueOf(await store.stats()).items]
  valueOf(await store.restore([A, B]))
  expect({ away, after: valueOf(await store.summary(A)), items: await idsOf(store) }).toEqual({ away: [[], null, [], 0], after: before, items: ['a', 'b'] })
})

test('the row of a conversation follows an item that goes and comes back', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a', { text: 'one' }), item('b', { position: 1, text: 'two' })]))
  const rows: unknown[] = []
  for (const change of [() => store.removeItem(A, itemId('b')), () => store.removeItem(A, itemId('a')), () => store.restoreItem(A, itemId('b')), () => store.restoreItem(A, itemId('a'))]) {
    valueOf(await change())
    const row = valueOf(await store.summary(A))
    rows.push([row?.items, row?.title, row?.preview])
  }
  expect(rows).toEqual([[1, 'one', 'one'], [0, '', ''], [1, 'two', 'two'], [2, 'two', 'two']])
})

test('what was purged cannot be restored, and no late save brings it back', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a'), item('b', { position: 1 })]))
  valueOf(await store.saveItems(head(B), [item('a')]))
  valueOf(await store.removeItem(A, itemId('a')))
  valueOf(await store.remove([B]))
  valueOf(await store.purge())
  valueOf(await store.restoreItem(A, itemId('nothing')))
  valueOf(await store.restore([B]))
  const late = [await store.saveItems(head(A), [item('a'), item('c', { position: 2 })]), await store.saveItems(head(B), [item('a'), item('new')])]
  valueOf(await store.saveItems(head(A), [item('c', { position: 2 })]))
  expect({ late: late.map(tagOf), list: await listed(store), items: await idsOf(store) }).toEqual({ late: ['history-gone', 'history-gone'], list: [A], items: ['b', 'c'] })
})

test('a late save of what is only removed stays out of sight, and is there after all when it is restored', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a', { text: 'old' })]))
  valueOf(await store.remove([A]))
  valueOf(await store.saveItems(head(A), [item('a', { text: 'new' }), item('b', { position: 1 })]))
  valueOf(await store.removeItem(A, itemId('b')))
  valueOf(await store.saveItems(head(A), [item('b', { position: 1 })]))
  const list = await listed(store)
  valueOf(await store.restore([A]))
  expect({ list, items: valueOf(await store.items(A, null, 5)).rows }).toEqual({ list: [], items: [item('a', { text: 'new' })] })
})

test('what is removed before it was ever saved stays away until it is restored', async () => {
  const store = await openStore()
  valueOf(await store.removeItem(A, itemId('a')))
  valueOf(await store.remove([B]))
  const early = [await store.saveItems(head(A), [item('a')]), await store.saveItems(head(A), [item('b', { position: 1 })]), await store.saveItems(head(B), [item('a')])]
  const away = [await listed(store), await idsOf(store)]
  valueOf(await store.restoreItem(A, itemId('a')))
  valueOf(await store.restore([B]))
  valueOf(await store.saveItems(head(A), [item('a')]))
  valueOf(await store.saveItems(head(B), [item('a')]))
  expect({ early: early.map(tagOf), away, list: (await listed(store)).toSorted(), items: await idsOf(store) }).toEqual({
    early: ['history-gone', null, 'history-gone'], away: [[A], ['b']], list: [A, B], items: ['a', 'b'],
  })
})

test('a dropped item is gone at once, with a conversation that has no other', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a', { text: 'secret' })]))
  valueOf(await store.dropItem(A, itemId('a')))
  valueOf(await store.restoreItem(B, itemId('a')))
  const late = tagOf(await store.saveItems(head(A), [item('a', { text: 'secret' })]))
  const gone = [late, await listed(store), valueOf(await store.search('secret', 5))]
  valueOf(await store.saveItems(head(A), [item('b', { text: 'other' })]))
  expect({ gone, list: await listed(store), items: await idsOf(store) }).toEqual({ gone: ['history-gone', [], []], list: [A], items: ['b'] })
})

test('what is old is found and stays; of what is to go, the pinned and the touched stay, and a save of the rest is refused', async () => {
  const store = await openStore()
  const ids = [1, 2, 3, 4].map(talkId)
  for (const [index, id] of ids.entries()) valueOf(await store.saveItems(head(id), [item('a', { createdAt: MORNING + index })]))
  valueOf(await store.pin(talkId(1), true))
  const found = valueOf(await store.expired(MORNING + 3, MORNING + 2))
  const after = [await listed(store), valueOf(await store.expired(MORNING + 3, MORNING)).newest]
  valueOf(await store.saveItems(head(talkId(2)), [item('b', { createdAt: MORNING + 9 })]))
  const forgotten = valueOf(await store.forget(ids, MORNING + 3))
  valueOf(await store.restore(ids))
  const late = [await store.saveItems(head(talkId(3)), [item('late', { createdAt: MORNING + 10 })]), await store.saveUsage(usageOf(talkId(3)))]
  expect({ found, after, forgotten, late: late.map(tagOf), list: await listed(store) }).toEqual({
    found: { conversations: [talkId(2), talkId(3)], newest: MORNING + 1, sentText: false },
    after: [[talkId(1), talkId(4), talkId(3), talkId(2)], null],
    forgotten: 1,
    late: ['history-gone', 'history-gone'],
    list: [talkId(1), talkId(2), talkId(4)],
  })
})

test('of a history of private conversations the ledger knows the newest time', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a')]))
  valueOf(await store.saveSegment(segmentAt(MORNING + 5)))
  expect(valueOf(await store.expired(0, MORNING + 9))).toEqual({ conversations: [], newest: MORNING + 5, sentText: false })
})

test('what was removed does not outlive the run', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  valueOf(await first.saveItems(head(A), [item('a'), item('b', { position: 1 })]))
  valueOf(await first.saveItems(head(B), [item('a')]))
  valueOf(await first.remove([B]))
  valueOf(await first.removeItem(A, itemId('a')))
  await first.close()
  const store = storeIn(folder, WORKER)
  valueOf(await store.restore([B]))
  valueOf(await store.restoreItem(A, itemId('a')))
  expect({ list: await listed(store), items: await idsOf(store) }).toEqual({ list: [A], items: ['b'] })
})

test('a long conversation goes for good without holding up the calls after it', async () => {
  const store = await openStore()
  const writes = Array.from({ length: 3_000 }, (_, position) => item(`i${String(position)}`, { position, text: `word${String(position)} in every item` }))
  valueOf(await store.saveItems(head(A), writes))
  valueOf(await store.remove([A]))
  let isPurged = false
  let meanwhile = 0
  const purge = store.purge().then(() => { isPurged = true })
  for (let call = 0; call < 20; call += 1) void store.search('every', 5).then(() => { if (!isPurged) meanwhile += 1 })
  const answers: unknown[] = []
  while (!isPurged) answers.push(valueOf(await store.search('every', 5)).length)
  await purge
  expect({ several: meanwhile > 3, hits: new Set(answers) }).toEqual({ several: true, hits: new Set([0]) })
})
