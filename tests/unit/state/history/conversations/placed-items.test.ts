import { describe, expect, it } from 'vitest'
import { type PlacedItems, withItem, withNewest, withOlder, withoutItem } from '../../../../../src/renderer/src/state/history/conversations/placed-items'
import { placed } from '../samples'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => placed(from + index))
const positions = ({ rows }: PlacedItems): string => rows.map(({ position }) => position).join(' ')
const loaded: PlacedItems = { rows: range(5, 8), more: true }

describe('the items of the open conversation', () => {
  it('grow upwards', () => {
    expect(positions(withOlder(loaded, { rows: range(3, 5), more: false }))).toBe('3 4 5 6 7 8')
  })

  it('grow at the end, and keep what is above', () => {
    expect(positions(withNewest(loaded, { rows: range(7, 9), more: true }))).toBe('5 6 7 8 9')
  })

  it('keep the reference of every item that did not change', () => {
    const next = withNewest(loaded, { rows: [placed(7, 'else'), placed(8)], more: true })
    expect(next.rows.map((row, index) => row === loaded.rows[index])).toEqual([true, true, false, true])
  })

  it('lose what the newest page no longer has', () => {
    expect(positions(withNewest(loaded, { rows: [placed(6), placed(8)], more: true }))).toBe('5 6 8')
  })

  it('begin anew when something between would be missing', () => {
    expect(withNewest(loaded, { rows: range(20, 21), more: true })).toEqual({ rows: range(20, 21), more: true })
  })

  it('are what the only page says', () => {
    expect(withNewest(loaded, { rows: range(7, 8), more: false })).toEqual({ rows: range(7, 8), more: false })
  })

  it('take back an item at its place', () => {
    expect(positions(withItem(withoutItem(loaded, placed(6).item.id), placed(6)))).toBe('5 6 7 8')
  })

  it('leave to its page an item older than all that is loaded', () => {
    expect(positions(withItem(loaded, placed(2)))).toBe('5 6 7 8')
  })
})
