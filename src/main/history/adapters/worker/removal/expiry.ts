import { firstRow } from '../../../core/time-row'
import { conversationId, type ConversationId } from '../../../../../shared/ids'
import type { Expired } from '../../../core/ports'
import type { Database } from '../../../../platform/adapters/database/connection'
import { DOOMED, IN_SIGHT } from '../database/rows'
import type { Session } from '../session'

/** Deletes nothing: who asks decides, and may have been told a wrong time. */
export function expired({ db }: Session, before: number, settled: number): Expired {
  const old = db.all<{ id: string }>('SELECT id FROM conversations WHERE updated_at < ? AND pinned = 0 AND hidden = ?', before, IN_SIGHT)
  return { conversations: old.map(({ id }) => conversationId(id)), sentText: db.get('SELECT 1 FROM sent_text WHERE at < ? LIMIT 1', before) !== undefined, newest: newestBefore(db, settled) }
}

const doom = (db: Database, id: ConversationId, before: number): boolean =>
  db.run('UPDATE conversations SET hidden = ? WHERE id = ? AND updated_at < ? AND pinned = 0 AND hidden = ?', DOOMED, id, before, IN_SIGHT) > 0

/** Says how many there were. What was pinned or touched meanwhile stays. */
export function doomExpired({ db, gone }: Session, conversations: readonly ConversationId[], before: number): number {
  return db.transaction(() => {
    const doomed = conversations.filter((id) => doom(db, id, before))
    for (const id of doomed) gone.add({ conversation: id, item: null }, 'for-good')
    return doomed.length
  })
}

/** Items are numbered by their time. The ledger counts, too: of a private talk it is all there is. */
function newestBefore(db: Database, settled: number): number | null {
  const item = db.get<{ at: number }>('SELECT created_at AS at FROM items WHERE row < ? ORDER BY row DESC LIMIT 1', firstRow(settled))
  const segment = db.get<{ at: number }>('SELECT started_at AS at FROM ledger WHERE started_at < ? ORDER BY started_at DESC LIMIT 1', settled)
  const times = [item, segment].flatMap((found) => found?.at ?? [])
  return times.length === 0 ? null : Math.max(...times)
}
