import type { Conversation, ConversationItem, ToolCall } from '../../../../shared/conversation'
import type { ItemId } from '../../../../shared/ids'
import type { FoldedConversation } from './types'

/** Changes to the list. All keep the reference of what does not change, so that the publisher finds the difference by it. */

export const EMPTY_CONVERSATION: FoldedConversation = { items: [] }

export const findItem = ({ items }: Conversation, id: ItemId): ConversationItem | null => items.find((item) => item.id === id) ?? null

const sameImages = (a: ConversationItem['images'] = [], b: ConversationItem['images'] = []): boolean =>
  a.length === b.length && a.every(({ id }, index) => id === b[index]?.id)

const sameAccount = (a: ToolCall['account'], b: ToolCall['account']): boolean =>
  a === b || (a?.title === b?.title && a?.approval === b?.approval && a?.outcome === b?.outcome && a?.result === b?.result && a?.elapsedMs === b?.elapsedMs && a?.passages === b?.passages)

const sameCall = (a: ToolCall | undefined, b: ToolCall | undefined): boolean =>
  a === b || (a?.callId === b?.callId && a?.name === b?.name && a?.arguments === b?.arguments && a?.output === b?.output && sameAccount(a?.account, b?.account))

/** Nobody could tell the difference. */
export const sameItem = (a: ConversationItem, b: ConversationItem): boolean =>
  a === b ||
  (a.id === b.id &&
    a.role === b.role &&
    a.kind === b.kind &&
    a.text === b.text &&
    a.status === b.status &&
    a.heardChars === b.heardChars &&
    a.ended === b.ended &&
    a.audioMs === b.audioMs &&
    sameImages(a.images, b.images) &&
    sameCall(a.tool, b.tool))

export function updateItem(conversation: FoldedConversation, id: ItemId, change: (item: ConversationItem) => ConversationItem): FoldedConversation {
  const before = findItem(conversation, id)
  const after = before === null ? null : change(before)
  if (before === null || after === null || sameItem(before, after)) return conversation
  return { ...conversation, items: conversation.items.map((item) => (item === before ? after : item)) }
}

export const mapItems = (conversation: FoldedConversation, change: (item: ConversationItem) => ConversationItem): FoldedConversation => {
  const items = conversation.items.map(change)
  return items.every((item, index) => item === conversation.items[index]) ? conversation : { ...conversation, items }
}

export const removeItem = (conversation: FoldedConversation, id: ItemId): FoldedConversation =>
  findItem(conversation, id) === null ? conversation : { ...conversation, items: conversation.items.filter((item) => item.id !== id) }

/** What nobody heard is gone at the server: its "previous" names the item before that. */
const isUnheard = ({ status, heardChars }: ConversationItem): boolean => status === 'interrupted' && heardChars === 0

const follows = ({ items }: Conversation, item: ConversationItem, previous: ItemId): boolean =>
  items.slice(0, items.indexOf(item)).findLast((other) => other.id === previous || !isUnheard(other))?.id === previous

/** Adds the item if it is new, and puts it behind `previous` if that is shown. Otherwise the end is its place. */
export function placeItem(conversation: FoldedConversation, item: ConversationItem, previous: ItemId | null): FoldedConversation {
  const known = findItem(conversation, item.id)
  if (previous === null || previous === item.id || findItem(conversation, previous) === null)
    return known === null ? { ...conversation, items: [...conversation.items, item] } : conversation
  if (known !== null && follows(conversation, known, previous)) return conversation
  return { ...conversation, items: insertAfter(conversation.items, known ?? item, previous) }
}

/** What came too late stands behind `place`, where it was given up, and not between a question and the answer that is still to come. */
export function keptBehind(conversation: FoldedConversation, id: ItemId, place: ItemId | null): FoldedConversation {
  const { items } = conversation
  const at = items.findIndex((item) => item.id === place)
  const late = items.findIndex((item) => item.id === id)
  const item = items[late]
  const between = items.slice(at + 1, Math.max(late, 0))
  if (at === -1 || item === undefined || between.length === 0 || between.some(({ role }) => role !== 'user')) return conversation
  return { ...conversation, items: items.toSpliced(late, 1).toSpliced(at + 1, 0, item) }
}

function insertAfter(items: readonly ConversationItem[], item: ConversationItem, previous: ItemId): readonly ConversationItem[] {
  const others = items.filter((other) => other !== item)
  const after = others.findIndex((other) => other.id === previous) + 1
  const unheard = others.slice(after).findIndex((other) => !isUnheard(other))
  const at = unheard === -1 ? others.length : after + unheard
  return [...others.slice(0, at), item, ...others.slice(at)]
}
