import { conversationId, type ConversationId, type ItemId } from '../../../../../shared/ids'
import { createBreather } from '../../../../platform/worker/slices'
import type { Database } from '../../../../platform/adapters/database/connection'
import { cutLog } from '../database/cut-log'
import { deleteDoomedFiles } from '../database/doomed-files'
import type { Gone } from './gone'
import { itemsChanged } from './hide'
import { conversationRow, DOOMED, HIDDEN_AS, IN_SIGHT, itemRow, REMOVED } from '../database/rows'
import type { Session } from '../session'
import { beginMerge, deleteAtOnce, isMergeDue, mergeStep } from '../items/word-index'

/** From this many items on it is cheaper to write the index of words anew than to take their words out one by one. */
const MANY = 200
/** Items deleted in one transaction. */
const BATCH = 50
const BATCH_AT_ONCE = 2

/** For good, at once, and no late save brings it back. */
export function dropItem({ db, gone, folder }: Session, conversation: ConversationId, item: ItemId): null {
  gone.add({ conversation, item }, 'for-good')
  db.transaction(() => {
    const owner = conversationRow(db, conversation)
    const known = owner === undefined ? undefined : itemRow(db, owner.row, item)
    if (owner === undefined || known === undefined) return
    db.run('DELETE FROM items WHERE row = ?', known.row)
    if (known.hidden === IN_SIGHT) itemsChanged(db, owner, { added: -1, text: known.text })
    removeIfEmpty(db, owner.row)
  })
  deleteDoomedFiles(db, folder)
  cutLog(db)
  return null
}

/** At the start: what was removed, and an import that did not come to its end. */
export function doomLeftovers(db: Database): void {
  for (const table of ['conversations', 'items'] as const) {
    const left = db.get(`SELECT 1 FROM ${table} WHERE hidden <> 0 AND hidden <> ? LIMIT 1`, DOOMED)
    if (left !== undefined) db.run(`UPDATE ${table} SET hidden = ? WHERE hidden <> 0`, DOOMED)
  }
}

/** What is removed can no longer be restored. */
export function doomRemoved({ db, gone }: Session): void {
  db.transaction(() => {
    for (const { id } of db.all<{ id: string }>(`SELECT id FROM conversations WHERE ${HIDDEN_AS}`, REMOVED)) {
      gone.add({ conversation: conversationId(id), item: null }, 'for-good')
    }
    db.run(`UPDATE conversations SET hidden = ? WHERE ${HIDDEN_AS}`, DOOMED, REMOVED)
    db.run(`UPDATE items SET hidden = ? WHERE ${HIDDEN_AS}`, DOOMED, REMOVED)
  })
  gone.seal()
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Deletes everything doomed, and every word of it, a little at a time: a conversation of 100,000 items takes a while, and calls
 * must not wait for it. One sweep after the other.
 */
export function sweep(session: Session): Promise<void> {
  const mine = last.then(() => sweepNow(session))
  last = mine.catch(() => undefined)
  return mine
}

const isAny = (db: Database): boolean =>
  (['conversations', 'items'] as const).some((table) => db.get(`SELECT 1 FROM ${table} WHERE ${HIDDEN_AS} LIMIT 1`, DOOMED) !== undefined)

async function sweepNow({ db, gone, folder }: Session): Promise<void> {
  const breathe = createBreather()
  const isDue = isMergeDue(db)
  if (!isDue && !isAny(db)) return deleteDoomedFiles(db, folder)
  if (isDue || isMuch(db)) {
    deleteAtOnce(db, false)
    while (sweepSome(db, gone, BATCH)) await breathe()
    beginMerge(db)
    while (mergeStep(db)) await breathe()
    deleteAtOnce(db, true)
  } else {
    while (sweepSome(db, gone, BATCH_AT_ONCE)) await breathe()
  }
  deleteDoomedFiles(db, folder)
  cutLog(db)
}

function isMuch(db: Database): boolean {
  const talks = db.get<{ items: number | null }>(`SELECT sum(items) AS items FROM conversations WHERE ${HIDDEN_AS}`, DOOMED)
  const items = db.get<{ items: number }>(`SELECT count(*) AS items FROM items WHERE ${HIDDEN_AS}`, DOOMED)
  return (talks?.items ?? 0) + (items?.items ?? 0) > MANY
}

/** True while there may be more. Looks before it takes the write lock: most of the time there is nothing. */
function sweepSome(db: Database, gone: Gone, batch: number): boolean {
  const talk = db.get<{ row: number }>(`SELECT row FROM conversations WHERE ${HIDDEN_AS} LIMIT 1`, DOOMED)
  if (talk !== undefined) {
    db.transaction(() => sweepConversation(db, talk.row, batch))
    return true
  }
  const items = db.all<DoomedItem>(
    `SELECT i.row, c.row AS owner, i.id, c.id AS conversation FROM (SELECT row, id, conversation FROM items WHERE ${HIDDEN_AS} LIMIT ?) i
     JOIN conversations c ON c.row = i.conversation`,
    DOOMED, batch,
  )
  if (items.length > 0) db.transaction(() => sweepItems(db, items, gone))
  return items.length > 0
}

function sweepConversation(db: Database, row: number, batch: number): void {
  const deleted = db.run('DELETE FROM items WHERE row IN (SELECT row FROM items WHERE conversation = ? LIMIT ?)', row, batch)
  if (deleted < batch) db.run('DELETE FROM conversations WHERE row = ?', row)
}

interface DoomedItem {
  readonly row: number
  readonly owner: number
  readonly id: ItemId
  readonly conversation: ConversationId
}

function sweepItems(db: Database, items: readonly DoomedItem[], gone: Gone): void {
  for (const { row, id, conversation } of items) {
    gone.add({ conversation, item: id }, 'for-good')
    db.run('DELETE FROM items WHERE row = ?', row)
  }
  for (const owner of new Set(items.map((item) => item.owner))) removeIfEmpty(db, owner)
}

/** A conversation whose last item has gone for good goes with it. */
function removeIfEmpty(db: Database, row: number): void {
  db.run('DELETE FROM conversations WHERE row = ? AND NOT EXISTS (SELECT 1 FROM items WHERE conversation = ?)', row, row)
}
