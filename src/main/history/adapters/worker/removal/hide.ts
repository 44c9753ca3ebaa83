import { titleFrom } from '../../../core/title'
import type { ConversationId, ItemId } from '../../../../../shared/ids'
import { ownTitle, refreshPreview, setTitle } from '../items/conversation-rows'
import type { Database } from '../../../../platform/adapters/database/connection'
import { conversationRow, IN_SIGHT, itemRow, REMOVED, type ConversationRow } from '../database/rows'
import type { Session } from '../session'

/** Out of sight, restorable. What was never saved yet is remembered, so that its first save does not show it again. */
export function remove({ db, gone }: Session, conversations: readonly ConversationId[]): null {
  db.transaction(() => {
    for (const id of conversations) {
      const changed = db.run('UPDATE conversations SET hidden = ? WHERE id = ? AND hidden = ?', REMOVED, id, IN_SIGHT)
      if (changed === 0 && conversationRow(db, id) === undefined) gone.add({ conversation: id, item: null }, 'restorable')
    }
  })
  return null
}

export function restore({ db, gone }: Session, conversations: readonly ConversationId[]): null {
  db.transaction(() => {
    for (const id of conversations) {
      db.run('UPDATE conversations SET hidden = ? WHERE id = ? AND hidden = ?', IN_SIGHT, id, REMOVED)
      gone.restore({ conversation: id, item: null })
    }
  })
  return null
}

export function removeItem({ db, gone }: Session, conversation: ConversationId, item: ItemId): null {
  if (!hide(db, conversation, item, IN_SIGHT, REMOVED)) gone.add({ conversation, item }, 'restorable')
  return null
}

export function restoreItem({ db, gone }: Session, conversation: ConversationId, item: ItemId): null {
  gone.restore({ conversation, item })
  hide(db, conversation, item, REMOVED, IN_SIGHT)
  return null
}

/** False when there is no such item. */
function hide(db: Database, conversation: ConversationId, item: ItemId, from: number, to: number): boolean {
  return db.transaction(() => {
    const owner = conversationRow(db, conversation)
    const known = owner === undefined ? undefined : itemRow(db, owner.row, item)
    if (owner === undefined || known === undefined) return false
    if (db.run('UPDATE items SET hidden = ? WHERE row = ? AND hidden = ?', to, known.row, from) === 0) return true
    itemsChanged(db, owner, { added: to === IN_SIGHT ? 1 : -1, text: known.text })
    return true
  })
}

/** The row of a conversation after an item with `text` came or went: its count, its preview, and a title that was this text. */
export function itemsChanged(db: Database, owner: ConversationRow, { added, text }: { added: number; text: string }): void {
  db.run('UPDATE conversations SET items = items + ? WHERE row = ?', added, owner.row)
  refreshPreview(db, owner.row)
  if (owner.titled === 1) return
  if (owner.title === '' || owner.title === titleFrom(text)) setTitle(db, owner.row, ownTitle(db, owner.row), false)
}
