import type { MouseEvent } from 'react'
import type { ConversationId } from '../../../../../shared/ids'
import type { HistoryPage } from '../../../state/history/history-page'
import type { ListEntry } from '../../../state/history/conversations/list-entries'
import { readingId } from '../../../state/history/conversations/open-conversation'
import { rowsOf } from '../../../state/history/conversations/conversations-store'
import { focusItems, isListHidden } from '../focus'
import type { ListDeed } from '../../parts/list/list-deed'

export type RenameConversation = (id: ConversationId) => void

interface ConversationDeeds {
  readonly deed: (deed: ListDeed) => boolean
  readonly pick: (entry: ListEntry | undefined, event: MouseEvent) => void
  readonly focused: () => void
}

/** What mouse and keys do in the list. `move` counts conversations only: the keys pass the days over. */
export function conversationDeeds(page: HistoryPage, rename: RenameConversation): ConversationDeeds {
  const openId = () => readingId(page.reader.reading.get())
  const order = () => rowsOf(page.list.conversations.get()).rows
  return {
    deed: (deed) => {
      if (deed.kind === 'move') return move(page, deed)
      const { active, chosen } = page.choice.get()
      if (deed.kind === 'all' || (deed.kind === 'clear' && chosen.size > 0)) page.choose({ kind: deed.kind })
      else if (deed.kind === 'remove' && chosen.size > 0) void page.actions.remove([...chosen])
      else if (deed.kind === 'clear' || active === null) return false
      else act(page, deed.kind, active, rename)
      return true
    },
    pick: (entry, event) => {
      if (entry?.kind !== 'conversation') return
      const { id } = entry.conversation
      const box = event.target instanceof Element && event.target.closest('[data-check]') !== null
      if (event.shiftKey) page.choose({ kind: 'extend', to: id })
      else if (event.ctrlKey || event.metaKey) page.choose({ kind: 'toggle', id, open: openId() })
      else if (box) page.choose({ kind: 'toggle', id, open: null })
      else openRow(page, id)
    },
    // The keys begin somewhere: at the open conversation, else at the top.
    focused: () => {
      const first = openId() ?? order()[0]?.id
      if (page.choice.get().active === null && first !== undefined) page.choose({ kind: 'move', to: first })
    },
  }
}

function act(page: HistoryPage, kind: 'open' | 'remove' | 'rename' | 'toggle', id: ConversationId, rename: RenameConversation): void {
  if (kind === 'open') openRow(page, id)
  else if (kind === 'remove') void page.actions.remove([id])
  else if (kind === 'rename') rename(id)
  else page.choose({ kind: 'toggle', id, open: null })
}

function move(page: HistoryPage, { to, extend, key }: ListDeed & { readonly kind: 'move' }): boolean {
  const go = (id: ConversationId) => page.choose(extend ? { kind: 'extend', to: id } : { kind: 'move', to: id })
  if (key === 'End') void toVeryEnd(page, go)
  const id = rowsOf(page.list.conversations.get()).rows[to]?.id
  if (id !== undefined) go(id)
  return true
}

/** Where only one pane has room the list is covered now, and the keys go with the eye. */
function openRow(page: HistoryPage, id: ConversationId): void {
  void page.actions.open(id).then(() => {
    if (isListHidden()) focusItems()
  })
}

/** The last row is known only when all are loaded. */
async function toVeryEnd({ list }: HistoryPage, go: (id: ConversationId) => void): Promise<void> {
  if (!rowsOf(list.conversations.get()).more) return
  await list.loadAll()
  const last = rowsOf(list.conversations.get()).rows.at(-1)
  if (last !== undefined) go(last.id)
}
