import { describe, expect, it } from 'vitest'
import { itemId } from '../../../../src/shared/ids'
import { foldItems, itemList, itemsInOrder } from '../../../../src/renderer/src/state/panel/item-list'
import { sampleItem } from '../sample-view'

const [a, b, c] = [sampleItem('a'), sampleItem('b'), sampleItem('c')]

describe('the fold of conversation pushes', () => {
  it('keeps the reference of every item that did not change', () => {
    const grown = sampleItem('b', { text: 'more' })
    const next = itemsInOrder(foldItems(itemList([a, b, c]), { upserts: [grown], order: null }))
    expect(next.map((item, index) => item === [a, grown, c][index])).toEqual([true, true, true])
  })

  it('answers an empty patch with the same list', () => {
    const list = itemList([a])
    expect(foldItems(list, { upserts: [], order: null })).toBe(list)
  })

  it('keeps the order array when only text grew', () => {
    const list = itemList([a, b])
    expect(foldItems(list, { upserts: [sampleItem('a', { text: 'x' })], order: null }).order).toBe(list.order)
  })

  it('appends what is new when no order comes with it', () => {
    expect(itemsInOrder(foldItems(itemList([a]), { upserts: [b, c], order: null }))).toEqual([a, b, c])
  })

  it('puts a late item where the server has it', () => {
    const order = [a.id, b.id, c.id]
    expect(itemsInOrder(foldItems(itemList([a, c]), { upserts: [b], order }))).toEqual([a, b, c])
  })

  it('forgets what the order no longer names', () => {
    const next = foldItems(itemList([a, b]), { upserts: [], order: [b.id] })
    expect([itemsInOrder(next), next.byId.size]).toEqual([[b], 1])
  })

  it('leaves out ids it was never given', () => {
    expect(itemsInOrder(foldItems(itemList([]), { upserts: [a], order: [itemId('ghost'), a.id] }))).toEqual([a])
  })

  it('does not change the list it was given', () => {
    const list = itemList([a])
    foldItems(list, { upserts: [sampleItem('a', { text: 'x' }), b], order: [b.id] })
    expect(itemsInOrder(list)).toEqual([a])
  })
})
