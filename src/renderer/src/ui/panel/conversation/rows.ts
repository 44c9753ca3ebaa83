import type { ConversationItem } from '../../../../../shared/conversation'
import type { ItemId } from '../../../../../shared/ids'

/** Three steps in a row can be read at once. */
const MOST_STEPS = 3

/** What stands in the list: a message, or so many finished steps behind one line. */
export type Row =
  | { readonly id: ItemId; readonly item: ConversationItem; readonly steps: null }
  | { readonly id: string; readonly item: null; readonly steps: number; readonly open: boolean }

export const foldId = (first: ItemId): string => `steps-${first}`

const isStep = (item: ConversationItem | undefined, running: ReadonlySet<ItemId>): item is ConversationItem =>
  item !== undefined && item.kind === 'tool' && item.tool?.output !== null && !running.has(item.id)

const rowOf = (item: ConversationItem): Row => ({ id: item.id, item, steps: null })

/** More than three finished steps one behind the other fold to one line; what runs or waits for the person is never hidden. */
export function rowsOf(items: readonly ConversationItem[], running: ReadonlySet<ItemId>, opened: ReadonlySet<string>): readonly Row[] {
  const rows: Row[] = []
  for (let at = 0; at < items.length; ) {
    let end = at
    while (isStep(items[end], running)) end += 1
    const steps = items.slice(at, Math.max(end, at + 1))
    const [first] = steps
    if (steps.length <= MOST_STEPS || first === undefined) rows.push(...steps.map(rowOf))
    else {
      const open = opened.has(foldId(first.id))
      rows.push({ id: foldId(first.id), item: null, steps: steps.length, open })
      if (open) rows.push(...steps.map(rowOf))
    }
    at += steps.length
  }
  return rows
}
