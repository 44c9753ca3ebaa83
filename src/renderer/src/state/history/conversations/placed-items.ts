import type { Page } from '../../../../../shared/history'
import type { ItemId } from '../../../../../shared/ids'
import type { PlacedItem } from '../../../../../shared/ipc/history'

/** The items loaded so far, oldest first, without a gap to the newest; `more` wait before the first. */
export interface PlacedItems {
  readonly rows: readonly PlacedItem[]
  readonly more: boolean
}

const byPosition = (a: PlacedItem, b: PlacedItem): number => a.position - b.position

export const placedItems = (page: Page<PlacedItem>): PlacedItems => ({ rows: page.rows.toSorted(byPosition), more: page.more })

export function withOlder(items: PlacedItems, page: Page<PlacedItem>): PlacedItems {
  const first = items.rows[0]?.position ?? Infinity
  const older = page.rows.filter(({ position }) => position < first).toSorted(byPosition)
  return { rows: [...older, ...items.rows], more: page.more }
}

/** The newest page is the truth about all it spans. What did not change keeps its reference, so that its row is not drawn again. */
export function withNewest(items: PlacedItems, page: Page<PlacedItem>): PlacedItems {
  const newest = placedItems(page)
  const start = newest.rows[0]?.position
  if (!page.more || start === undefined) return { ...newest, rows: keepReferences(items.rows, newest.rows) }
  const known = items.rows.at(-1)?.position
  // Between what is known and the page something would be missing.
  if (known === undefined || known < start) return newest
  const older = items.rows.filter(({ position }) => position < start)
  return { rows: [...older, ...keepReferences(items.rows, newest.rows)], more: older.length === 0 ? page.more : items.more }
}

function keepReferences(old: readonly PlacedItem[], rows: readonly PlacedItem[]): readonly PlacedItem[] {
  const byId = new Map(old.map((row) => [row.item.id, row]))
  return rows.map((row) => {
    const before = byId.get(row.item.id)
    return before !== undefined && JSON.stringify(before) === JSON.stringify(row) ? before : row
  })
}

export function withItem(items: PlacedItems, placed: PlacedItem): PlacedItems {
  const others = items.rows.filter(({ item }) => item.id !== placed.item.id)
  const first = others[0]
  // Older than all that is loaded: its page will bring it.
  if (items.more && (first === undefined || placed.position < first.position)) return { ...items, rows: others }
  return { ...items, rows: [...others, placed].toSorted(byPosition) }
}

export const withoutItem = (items: PlacedItems, id: ItemId): PlacedItems => ({ ...items, rows: items.rows.filter(({ item }) => item.id !== id) })
