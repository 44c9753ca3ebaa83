import { describe, expect, it } from 'vitest'
import { createHistoryPage } from '../../../../src/renderer/src/state/history/history-page'
import { rowsOf } from '../../../../src/renderer/src/state/history/conversations/conversations-store'
import { UNDO_MS } from '../../../../src/renderer/src/state/history/undo'
import { conversationId } from '../../../../src/shared/ids'
import { ids, placed, settled, StillTime, conversation } from './samples'
import { item, ScriptedRecords } from './scripted-records'

const [a, b, c] = ['a', 'b', 'c'].map(conversationId) as [ReturnType<typeof conversationId>, ReturnType<typeof conversationId>, ReturnType<typeof conversationId>]

async function begin() {
  const records = new ScriptedRecords([conversation('a', { updatedAt: 3 }), conversation('b', { updatedAt: 2 }), conversation('c', { updatedAt: 1 })], [placed(0), placed(1), placed(2)])
  const time = new StillTime()
  const page = createHistoryPage(records.api, time.after)
  await page.start()
  records.log.length = 0
  page.notices.dismiss(1)
  const rows = () => ids(rowsOf(page.list.conversations.get()).rows)
  const items = () => page.reader.reading.get().shown?.items.rows.map(({ position }) => position).join(' ')
  return { records, time, page, rows, items }
}

describe('removing conversations', () => {
  it('shows at once, before main has answered', async () => {
    const { page, rows } = await begin()
    const removing = page.actions.remove([b])
    expect(rows()).toBe('a c')
    await removing
  })

  it('closes the open one and puts the keys on the next', async () => {
    const { page } = await begin()
    await page.actions.open(b)
    await page.actions.remove([b])
    expect([page.reader.reading.get().shown, page.choice.get().active]).toEqual([null, c])
  })

  it('brings them back', async () => {
    const { page, rows, records } = await begin()
    await page.actions.remove([a, c])
    page.actions.undo.undo()
    await settled()
    expect([rows(), records.log.filter((line) => line.startsWith('re'))]).toEqual(['a b c', ['remove a,c', 'restore a,c']])
  })

  it('purges when the time for it is over', async () => {
    const { page, time, records } = await begin()
    await page.actions.remove([a])
    time.pass(UNDO_MS)
    expect(records.log.at(-1)).toBe('purge')
  })

  it('puts right what main refused, and says so', async () => {
    const { page, rows, records } = await begin()
    records.refuses = true
    await page.actions.remove([a])
    expect([rows(), page.actions.undo.removals.get().length, page.notices.shown.get()?.tag]).toEqual(['a b c', 0, 'history'])
  })
})

describe('removing an item', () => {
  it('takes it out and back in at its place', async () => {
    const { page, items } = await begin()
    await page.actions.open(a)
    await page.actions.removeItem(a, item(1))
    const without = items()
    page.actions.undo.undo()
    await settled()
    expect([without, items()]).toEqual(['0 2', '0 1 2'])
  })

  it('puts it back when main refused', async () => {
    const { page, items, records } = await begin()
    await page.actions.open(a)
    records.refuses = true
    await page.actions.removeItem(a, item(1))
    expect(items()).toBe('0 1 2')
  })
})

describe('what main tells', () => {
  it('asks again for the open conversation only when it is that one', async () => {
    const { page, records } = await begin()
    await page.actions.open(a)
    records.log.length = 0
    records.change({ conversation: b, what: 'items' })
    await settled()
    const other = records.log.length
    records.change({ conversation: a, what: 'items' })
    await settled()
    expect([other, records.log]).toEqual([0, ['items a null 200']])
  })

  it('asks for what is remembered when that changed, and only where it is shown', async () => {
    const { page, records } = await begin()
    records.change({ conversation: null, what: 'facts' })
    await settled()
    const unseen = [...records.log]
    await page.memory.refresh()
    records.change({ conversation: null, what: 'facts' })
    await settled()
    expect([unseen, records.log]).toEqual([[], ['memory', 'memory']])
  })

  it('asks for the list when anything may be different', async () => {
    const { records } = await begin()
    records.change({ conversation: null, what: 'list' })
    await settled()
    expect(records.log).toEqual(['list top 200'])
  })
})
