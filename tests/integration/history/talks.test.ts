import { expect, test } from 'vitest'
import type { ItemWrite } from '../../../src/main/history/core/ports'
import type { ConversationSummary, ListCursor, Page } from '../../../src/shared/history'
import { itemId } from '../../../src/shared/ids'
import { newFolder, openStore, valueOf } from './support/store'
import { head, item, MORNING, talkId } from './support/talks'

const [A, B] = [talkId(1), talkId(2)]

test('a conversation is made with its first item, and its row follows what is said', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), []))
  const empty = valueOf(await store.summary(A))
  valueOf(await store.saveItems(head(A), [item('a', { text: 'What is', status: 'in-progress' })]))
  const inProgress = valueOf(await store.summary(A))?.title
  valueOf(await store.saveItems(head(A), [item('a', { text: 'What is\nthe time?' }), item('b', { position: 1, role: 'assistant', text: 'Half past ten.' })]))
  valueOf(await store.saveItems({ ...head(A), endpointName: 'OpenAI' }, [item('c', { position: 2, text: ' ' })]))
  expect({ empty, inProgress, list: valueOf(await store.list(null, 10)) }).toEqual({
    empty: null,
    inProgress: '',
    list: {
      rows: [{
        id: A, title: 'What is the time?', titled: false, preview: 'Half past ten.', startedAt: MORNING, updatedAt: MORNING + 2_000, pinned: false, items: 3,
        endpointName: 'OpenAI',
      }],
      more: false,
    },
  })
})

test('an item comes back as it was saved, also after a new start, and is replaced by its next save', async () => {
  const folder = newFolder()
  const first = await openStore(folder)
  const tool = { callId: 'call', name: 'clock', arguments: '{}', output: null }
  const saved = [
    item('old', { position: -1.5, text: 'a \u0000 b \uD83D', audioMs: 12.5 }),
    item('cut', { position: 0.5, role: 'assistant', text: 'never all', status: 'interrupted', heardChars: 5, audioMs: null }),
    item('tool', { position: 1, role: 'assistant', kind: 'tool', text: '', tool }),
    item('short', { position: 2, role: 'assistant', text: 'not all', ended: 'length' }),
    item('lost', { position: 3, role: 'assistant', text: 'nor this' }),
  ] as const
  valueOf(await first.saveItems(head(A), saved))
  valueOf(await first.saveItems(head(A), [item('lost', { position: 3, role: 'assistant', text: 'nor this', status: 'interrupted', ended: 'connection' })]))
  valueOf(await first.saveItems(head(A), [item('tool', { position: 1, role: 'assistant', kind: 'tool', text: '', tool: { ...tool, output: '10:30' } })]))
  await first.close()
  const store = await openStore(folder)
  const answered = item('tool', { position: 1, role: 'assistant', kind: 'tool', text: '', tool: { ...tool, output: '10:30' } })
  expect(valueOf(await store.items(A, null, 10))).toEqual({
    rows: [item('old', { position: -1.5, text: 'a \uFFFD b \uFFFD', audioMs: 12.5 }), saved[1], answered, saved[3], item('lost', { position: 3, role: 'assistant', text: 'nor this', status: 'interrupted', ended: 'connection' })], more: false,
  })
})

test('items are paged upwards, none twice and none left out, also where they share a position', async () => {
  const store = await openStore()
  const positions = [1, 2, 3, 3, 3, 4, 5, 6, 7]
  valueOf(await store.saveItems(head(A), positions.map((position, index) => item(`i${String(index)}`, { position }))))
  const pages: string[][] = []
  for (let before: number | null = null, more = true; more; ) {
    const page: Page<ItemWrite> = valueOf(await store.items(A, before, 3))
    pages.push(page.rows.map((row) => row.item.id))
    before = page.rows[0]?.position ?? null
    more = page.more
  }
  expect(pages).toEqual([['i6', 'i7', 'i8'], ['i2', 'i3', 'i4', 'i5'], ['i0', 'i1']])
})

test('the list goes pinned first, then newest first, page by page', async () => {
  const store = await openStore()
  for (let number = 1; number <= 7; number += 1) {
    valueOf(await store.saveItems(head(talkId(number)), [item('a', { createdAt: MORNING + Math.floor(number / 2) })]))
  }
  for (const number of [2, 5]) valueOf(await store.pin(talkId(number), true))
  const pages: string[][] = []
  for (let after: ListCursor | null = null, more = true; more; ) {
    const page: Page<ConversationSummary> = valueOf(await store.list(after, 3))
    pages.push(page.rows.map(({ id }) => id.replace('talk-', '')))
    after = page.rows.at(-1) ?? null
    more = page.more
  }
  expect(pages).toEqual([['5', '2', '7'], ['6', '4', '3'], ['1']])
})

test('a title given by a person stays until it is given back', async () => {
  const store = await openStore()
  valueOf(await store.saveItems(head(A), [item('a', { text: 'first words' })]))
  const titles: unknown[] = []
  for (const title of [' Clocks ', '']) {
    valueOf(await store.rename(A, title))
    valueOf(await store.saveItems(head(A), [item('b', { position: 1, text: 'other words' })]))
    titles.push(valueOf(await store.summary(A)))
  }
  expect(titles).toMatchObject([{ title: 'Clocks', titled: true }, { title: 'first words', titled: false }])
})

test('a failed save has changed nothing', async () => {
  const store = await openStore()
  const bad = item('b', { position: 1, heardChars: 0.5 })
  const result = await store.saveItems(head(A), [item('a'), bad])
  expect({ ok: result.ok, there: valueOf(await store.summary(A)), next: await store.saveItems(head(B), [item('a')]) }).toEqual({
    ok: false, there: null, next: { ok: true, value: null },
  })
})

test('calls are carried out in their order without being waited for', async () => {
  const store = await openStore()
  const answers = await Promise.all([
    store.saveItems(head(A), [item('a', { text: 'one' })]),
    store.items(A, null, 1),
    store.dropItem(A, itemId('a')),
    store.items(A, null, 1),
    store.stats(),
  ])
  expect(answers.map((answer) => answer.ok && answer.value)).toMatchObject([null, { rows: [item('a', { text: 'one' })] }, null, { rows: [] }, { items: 0, conversations: 0 }])
})
