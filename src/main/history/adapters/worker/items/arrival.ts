import type { ImportedConversation } from '../../../core/import-schema'
import { previewFrom } from '../../../core/title'
import type { ConversationId } from '../../../../../shared/ids'
import { withOwnIds } from './arriving-ids'
import { withImages } from './arriving-images'
import { createBreather } from '../../../../platform/worker/slices'
import { addConversation, setTitle } from './conversation-rows'
import type { Database } from '../../../../platform/adapters/database/connection'
import { writeItem } from './item-rows'
import { ARRIVING, conversationRow, DOOMED, HIDDEN_AS, IN_SIGHT } from '../database/rows'
import type { Session } from '../session'
import { sweep } from '../removal/sweep'
import { writeUsage } from './usage'

/** Items written in one transaction. */
const BATCH = 50

interface Arrived {
  readonly conversations: number
  readonly items: number
  readonly skipped: number
}

/** Conversations on their way in: nobody sees them until `show`. */
export interface Arrival {
  take(conversation: ImportedConversation): Promise<void>
  show(): Arrived
}

const show = (db: Database, row: number): number => db.run('UPDATE conversations SET hidden = ? WHERE row = ?', IN_SIGHT, row)

export function createArrival(session: Session): Arrival {
  const { db, gone } = session
  const breathe = createBreather()
  const taken: { readonly row: number; readonly id: ConversationId }[] = []
  let items = 0
  let skipped = 0

  const takeItems = async (row: number, conversation: ImportedConversation): Promise<void> => {
    for (let at = 0; at < conversation.items.length; at += BATCH) {
      db.transaction(() => conversation.items.slice(at, at + BATCH).forEach((item) => writeItem(db, row, withImages(item))))
      await breathe()
    }
    items += conversation.items.length
  }
  return {
    take: async (conversation) => {
      const known = conversationRow(db, conversation.id)
      if (known?.hidden === IN_SIGHT || known?.hidden === ARRIVING) {
        skipped += 1
        return
      }
      // It was removed, and is wanted back as it is in the file.
      if (known !== undefined) await sweepOne(session, known.row)
      const row = db.transaction(() => addImported(db, conversation))
      taken.push({ row, id: conversation.id })
      await takeItems(row, withOwnIds(conversation))
    },
    show: () => {
      db.transaction(() => taken.forEach(({ row }) => show(db, row)))
      for (const { id } of taken) gone.forget(id)
      return { conversations: taken.length, items, skipped }
    },
  }
}

/** Also what an import before could not undo (a full disk). Only one import runs at a time. */
export async function undoArrivals(session: Session): Promise<void> {
  const undone = session.db.run(`UPDATE conversations SET hidden = ? WHERE ${HIDDEN_AS}`, DOOMED, ARRIVING)
  if (undone > 0) await sweep(session)
}

async function sweepOne(session: Session, row: number): Promise<void> {
  session.db.run('UPDATE conversations SET hidden = ? WHERE row = ?', DOOMED, row)
  await sweep(session)
}

function addImported(db: Database, conversation: ImportedConversation): number {
  const row = addConversation(db, conversation, ARRIVING)
  const newest = conversation.items.findLast(({ write }) => write.item.text.trim() !== '')
  db.run(
    'UPDATE conversations SET preview = ?, updated_at = ?, pinned = ?, items = ? WHERE row = ?',
    previewFrom(newest?.write.item.text ?? ''), conversation.updatedAt, Number(conversation.pinned), conversation.items.length, row,
  )
  setTitle(db, row, conversation.title, conversation.titled)
  for (const usage of conversation.usage) writeUsage(db, usage)
  return row
}
