import { describe, expect, it } from 'vitest'
import { createOpenConversation } from '../../../../../src/renderer/src/state/history/conversations/open-conversation'
import { conversationId } from '../../../../../src/shared/ids'
import { placed, silentAsk, conversation } from '../samples'
import { item, ScriptedRecords } from '../scripted-records'

const [a, b] = [conversationId('a'), conversationId('b')]

function begin(count: number) {
  const records = new ScriptedRecords([conversation('a'), conversation('b')], Array.from({ length: count }, (_, index) => placed(index)))
  const reader = createOpenConversation(records.api, silentAsk())
  const shown = () => reader.reading.get().shown
  const span = () => [shown()?.items.rows[0]?.position, shown()?.items.rows.at(-1)?.position, shown()?.items.more]
  return { records, reader, shown, span }
}

describe('opening a conversation', () => {
  it('begins at the newest', async () => {
    const { reader, span } = begin(450)
    await reader.open(a)
    expect(span()).toEqual([250, 449, true])
  })

  it('goes on upwards', async () => {
    const { reader, span } = begin(450)
    await reader.open(a)
    await Promise.all([reader.loadOlder(), reader.loadOlder()])
    await reader.loadOlder()
    expect(span()).toEqual([0, 449, false])
  })

  it('loads as far as what was found', async () => {
    const { reader, span, shown } = begin(1_700)
    await reader.open(a, item(700))
    expect([...span(), shown()?.target]).toEqual([700, 1_699, true, item(700)])
  })

  it('keeps the one before on show until the next is there', async () => {
    const { reader } = begin(3)
    await reader.open(a)
    const opening = reader.open(b)
    expect([reader.reading.get().shown?.summary.id, reader.reading.get().opening]).toEqual([a, b])
    await opening
  })

  it('shows the last one asked for', async () => {
    const { reader, shown } = begin(3)
    await Promise.all([reader.open(a, item(0)), reader.open(b)])
    expect(shown()?.summary.id).toBe(b)
  })

  it('stops asking for what nobody waits for any more', async () => {
    const { reader, records } = begin(5_000)
    await Promise.all([reader.open(a, item(0)), reader.open(b)])
    expect(records.log.filter((line) => line.startsWith('items a')).length).toBe(1)
  })

  it('counts the visits, so that the same one can be shown anew', async () => {
    const { reader, shown } = begin(3)
    await reader.open(a, item(0))
    const first = shown()?.visit
    await reader.open(a, item(1))
    expect(shown()?.visit).not.toBe(first)
  })
})

describe('a change of the open conversation', () => {
  it('appends and leaves the rest alone', async () => {
    const { reader, records, shown } = begin(3)
    await reader.open(a)
    const before = shown()?.items.rows ?? []
    records.items = [...records.items, placed(3)]
    await reader.changed()
    expect([shown()?.items.rows.length, before.every((row, index) => row === shown()?.items.rows[index])]).toEqual([4, true])
  })

  it('closes it when it is gone', async () => {
    const { reader, records, shown } = begin(3)
    await reader.open(a)
    records.removed.add('a')
    await reader.changed()
    expect(shown()).toBeNull()
  })
})
