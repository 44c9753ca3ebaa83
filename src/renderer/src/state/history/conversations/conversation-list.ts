import type { ConversationSummary, ListCursor, Page } from '../../../../../shared/history'
import type { ConversationId } from '../../../../../shared/ids'

/** The conversations loaded so far, in order; `more` wait behind the last. */
export interface ConversationList {
  readonly rows: readonly ConversationSummary[]
  readonly more: boolean
}

export const NO_CONVERSATIONS: ConversationList = { rows: [], more: false }

/** Pinned first, then newest first: the store's own order. */
export const compareConversations = (a: ConversationSummary, b: ConversationSummary): number =>
  Number(b.pinned) - Number(a.pinned) || b.updatedAt - a.updatedAt || (a.id === b.id ? 0 : a.id < b.id ? 1 : -1)

export function cursorAfter({ rows }: ConversationList): ListCursor | null {
  const last = rows.at(-1)
  return last === undefined ? null : { pinned: last.pinned, updatedAt: last.updatedAt, id: last.id }
}

/** A row may have moved between two pages while they were asked for: the newer answer counts. */
export function withPage(list: ConversationList, page: Page<ConversationSummary>): ConversationList {
  const fresh = new Set(page.rows.map(({ id }) => id))
  return { rows: [...list.rows.filter(({ id }) => !fresh.has(id)), ...page.rows], more: page.more }
}

/** What belongs behind the last loaded row stays out: its page will bring it. */
export function withConversation(list: ConversationList, conversation: ConversationSummary): ConversationList {
  const others = list.rows.filter(({ id }) => id !== conversation.id)
  const at = others.findIndex((row) => compareConversations(conversation, row) < 0)
  if (at === -1) return list.more ? { ...list, rows: others } : { ...list, rows: [...others, conversation] }
  return { ...list, rows: others.toSpliced(at, 0, conversation) }
}

export function withoutConversations(list: ConversationList, gone: ReadonlySet<ConversationId>): ConversationList {
  const rows = list.rows.filter(({ id }) => !gone.has(id))
  return rows.length === list.rows.length ? list : { ...list, rows }
}
