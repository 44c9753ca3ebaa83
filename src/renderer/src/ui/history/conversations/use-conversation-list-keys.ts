import type { KeyboardEvent, MouseEvent, RefObject } from 'react'
import { type ConversationId, conversationId } from '../../../../../shared/ids'
import type { HistoryPage } from '../../../state/history/history-page'
import { keyMove } from '../../../state/history/conversations/key-move'
import { readingId } from '../../../state/history/conversations/open-conversation'
import { rowsOf } from '../../../state/history/conversations/conversations-store'
import { focusItems, isListHidden } from '../focus'

export type RenameConversation = (id: ConversationId) => void

interface ConversationListKeysOptions {
  readonly page: HistoryPage
  readonly box: RefObject<HTMLElement | null>
  readonly rename: RenameConversation
  readonly rowPx: number
}

interface ConversationListKeys {
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onClick: (event: MouseEvent) => void
  readonly onFocus: () => void
}

/** What mouse and keys do in the list. */
export function useConversationListKeys({ page, box, rename, rowPx }: ConversationListKeysOptions): ConversationListKeys {
  const order = () => rowsOf(page.list.conversations.get()).rows.map(({ id }) => id)
  const openId = () => readingId(page.reader.reading.get())
  const go = (id: ConversationId, extend: boolean) => page.choose(extend ? { kind: 'extend', to: id } : { kind: 'move', to: id })
  const walk = (event: KeyboardEvent): boolean => {
    const ids = order()
    const { active } = page.choice.get()
    const rows = Math.max(1, Math.floor((box.current?.clientHeight ?? 0) / rowPx) - 1)
    const to = keyMove(event.key, active === null ? -1 : ids.indexOf(active), ids.length, rows)
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'End') void toVeryEnd(page, (id) => go(id, event.shiftKey))
    const id = ids[to]
    if (id !== undefined) go(id, event.shiftKey)
    return true
  }
  const act = (event: KeyboardEvent): boolean => {
    const { active, chosen } = page.choice.get()
    const all = event.key.toLowerCase() === 'a' && event.ctrlKey !== event.metaKey
    if (all) page.choose({ kind: 'all' })
    else if (event.key === 'Escape' && chosen.size > 0) page.choose({ kind: 'clear' })
    else if (event.key === 'Delete' && chosen.size > 0) void page.actions.remove([...chosen])
    else if (active === null) return false
    else if (event.key === 'Enter') openRow(page, active)
    else if (event.key === 'Delete') void page.actions.remove([active])
    else if (event.key === 'F2') rename(active)
    else if (event.key === ' ') page.choose({ kind: 'toggle', id: active, open: null })
    else return false
    return true
  }
  return {
    onKeyDown: (event) => {
      if (walk(event) || act(event)) event.preventDefault()
    },
    onClick: (event) => {
      const id = clickedRow(event)
      if (id === null) return
      const box = event.target instanceof Element && event.target.closest('[data-check]') !== null
      if (event.shiftKey) page.choose({ kind: 'extend', to: id })
      else if (event.ctrlKey || event.metaKey) page.choose({ kind: 'toggle', id, open: openId() })
      else if (box) page.choose({ kind: 'toggle', id, open: null })
      else openRow(page, id)
    },
    // The keys begin somewhere: at the open conversation, else at the top.
    onFocus: () => {
      const first = openId() ?? order()[0]
      if (page.choice.get().active === null && first !== undefined) page.choose({ kind: 'move', to: first })
    },
  }
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

function clickedRow({ target }: MouseEvent): ConversationId | null {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-id]') : null
  return row?.dataset['id'] === undefined ? null : conversationId(row.dataset['id'])
}
