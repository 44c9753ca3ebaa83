import type { ConversationItem } from '../../../../shared/conversation'
import type { ItemId } from '../../../../shared/ids'
import type { ItemsPatch } from '../../../../shared/view'

/** The conversation as the page keeps it. An item that did not change keeps its reference, so that its row is not drawn again. */
export interface ItemList {
  readonly byId: ReadonlyMap<ItemId, ConversationItem>
  readonly order: readonly ItemId[]
}

export const itemList = (items: readonly ConversationItem[]): ItemList => ({
  byId: new Map(items.map((item) => [item.id, item])),
  order: items.map((item) => item.id),
})

export function foldItems(list: ItemList, patch: ItemsPatch): ItemList {
  if (patch.upserts.length === 0 && patch.order === null) return list
  const byId = new Map(list.byId)
  for (const item of patch.upserts) byId.set(item.id, item)
  const order = patch.order === null ? withNew(list, patch.upserts) : patch.order.filter((id) => byId.has(id))
  return { byId: patch.order === null ? byId : only(byId, order), order }
}

/** Without an order, what is new goes to the end. */
function withNew({ byId, order }: ItemList, upserts: readonly ConversationItem[]): readonly ItemId[] {
  const added = upserts.filter((item) => !byId.has(item.id)).map((item) => item.id)
  return added.length === 0 ? order : [...order, ...new Set(added)]
}

/** What the order no longer names is gone. */
function only(byId: ReadonlyMap<ItemId, ConversationItem>, order: readonly ItemId[]): ReadonlyMap<ItemId, ConversationItem> {
  const named = new Set(order)
  return new Map([...byId].filter(([id]) => named.has(id)))
}

/** In order, for drawing. */
export const itemsInOrder = ({ byId, order }: ItemList): readonly ConversationItem[] =>
  order.flatMap((id) => byId.get(id) ?? [])
