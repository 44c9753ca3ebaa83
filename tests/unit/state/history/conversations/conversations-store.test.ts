import { describe, expect, it } from 'vitest'
import { conversationId } from '../../../../../src/shared/ids'
import { createConversationsStore, rowsOf } from '../../../../../src/renderer/src/state/history/conversations/conversations-store'
import { silentAsk, conversation } from '../samples'
import { ScriptedRecords } from '../scripted-records'

const many = (count: number) => Array.from({ length: count }, (_, index) => conversation(`t${String(index).padStart(4, '0')}`, { updatedAt: 10_000 - index }))

function begin(count: number) {
  const records = new ScriptedRecords(many(count))
  const store = createConversationsStore(records.api, silentAsk())
  return { records, store, rows: () => rowsOf(store.conversations.get()).rows }
}

describe('the pages of the list', () => {
  it('come one after the other', async () => {
    const { store, rows } = begin(450)
    await store.reload()
    const first = rows().length
    await store.loadMore()
    await Promise.all([store.loadMore(), store.loadMore()])
    expect([first, rows().length, new Set(rows().map(({ id }) => id)).size]).toEqual([200, 450, 450])
  })

  it('come all when the end is asked for', async () => {
    const { store, rows } = begin(1_900)
    await store.reload()
    await store.loadAll()
    expect(rows().length).toBe(1_900)
  })

  it('are as many after a reload as before', async () => {
    const { store, rows, records } = begin(900)
    await store.reload()
    await store.loadMore()
    await store.loadMore()
    records.log.length = 0
    await store.reload()
    expect([rows().length, records.log]).toEqual([600, ['list top 500', 'list t0499 100']])
  })

  it('are asked for once more, however many changes came meanwhile', async () => {
    const { store, records } = begin(3)
    await Promise.all([store.reload(), store.reload(), store.reload(), store.reload()])
    expect(records.log.length).toBe(2)
  })

  it('take in the one that changed', async () => {
    const { store, rows, records } = begin(3)
    await store.reload()
    records.conversations = records.conversations.map((each) => (each.id === 't0002' ? { ...each, updatedAt: 99_999 } : each))
    await store.changed(conversationId('t0002'))
    expect(rows().map(({ id }) => id)).toEqual(['t0002', 't0000', 't0001'])
  })

  it('lose the one that is gone', async () => {
    const { store, rows, records } = begin(3)
    await store.reload()
    records.removed.add('t0001')
    await store.changed(conversationId('t0001'))
    expect(rows().map(({ id }) => id)).toEqual(['t0000', 't0002'])
  })
})
