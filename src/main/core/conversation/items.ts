import type { Conversation, ConversationItem, ToolCall } from '../../../shared/conversation'
import type { ItemId } from '../../../shared/ids'

/** Changes to the list. All keep the reference of what does not change, so that the publisher finds the difference by it. */

export const EMPTY_CONVERSATION: Conversation = { items: [] }

export const findItem = ({ items }: Conversation, id: ItemId): ConversationItem | null => items.find((item) => item.id === id) ?? null

export function updateItem(conversation: Conversation, id: ItemId, change: (item: ConversationItem) => ConversationItem): Conversation {
  const before = findItem(conversation, id)
  const after = before === null ? null : change(before)
  if (before === null || after === null || sameItem(before, after)) return conversation
  return { items: conversation.items.map((item) => (item === before ? after : item)) }
}

export const mapItems = (conversation: Conversation, change: (item: ConversationItem) => ConversationItem): Conversation => {
  const items = conversation.items.map(change)
  return items.every((item, index) => item === conversation.items[index]) ? conversation : { items }
}

export const removeItem = (conversation: Conversation, id: ItemId): Conversation =>
  findItem(conversation, id) === null ? conversation : { items: conversation.items.filter((item) => item.id !== id) }

/** Adds the item if it is new, and puts it behind `previous` if that is shown. Otherwise the end is its place. */
export function placeItem(conversation: Conversation, item: ConversationItem, previous: ItemId | null): Conversation {
  const known = findItem(conversation, item.id)
  if (previous === null || previous === item.id || findItem(conversation, previous) === null)
    return known === null ? { items: [...conversation.items, item] } : conversation
  if (known !== null && follows(conversation, known, previous)) return conversation
  return { items: insertAfter(conversation.items, known ?? item, previous) }
}

/** What nobody heard is gone at the server: its "previous" names the item before that. */
const isUnheard = ({ status, heardChars }: ConversationItem): boolean => status === 'interrupted' && heardChars === 0

const follows = ({ items }: Conversation, item: ConversationItem, previous: ItemId): boolean =>
  items.slice(0, items.indexOf(item)).findLast((other) => other.id === previous || !isUnheard(other))?.id === previous

function insertAfter(items: readonly ConversationItem[], item: ConversationItem, previous: ItemId): readonly ConversationItem[] {
  const others = items.filter((other) => other !== item)
  const after = others.findIndex((other) => other.id === previous) + 1
  const unheard = others.slice(after).findIndex((other) => !isUnheard(other))
  const at = unheard === -1 ? others.length : after + unheard
  return [...others.slice(0, at), item, ...others.slice(at)]
}

/** Nobody could tell the difference. */
export const sameItem = (a: ConversationItem, b: ConversationItem): boolean =>
  a === b ||
  (a.id === b.id &&
    a.role === b.role &&
    a.kind === b.kind &&
    a.text === b.text &&
    a.status === b.status &&
    a.heardChars === b.heardChars &&
    a.audioMs === b.audioMs &&
    sameImages(a.images, b.images) &&
    sameCall(a.tool, b.tool))

const sameImages = (a: ConversationItem['images'] = [], b: ConversationItem['images'] = []): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id)

const sameCall = (a: ToolCall | undefined, b: ToolCall | undefined): boolean =>
  a === b || (a?.callId === b?.callId && a?.name === b?.name && a?.arguments === b?.arguments && a?.output === b?.output)
