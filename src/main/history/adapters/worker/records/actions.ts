import { storableTime } from '../../../core/storable'
import type { Page } from '../../../../../shared/history'
import type { Action, ActionOutcome } from '../../../../../shared/tools/actions'
import type { Database } from '../../../../platform/adapters/database/connection'
import type { Session } from '../session'
import { privateAction } from '../../../../tools/core/action'
import { ACTION_COLUMNS, type ActionColumns, actionOf } from './action-rows'

export function saveAction({ db, gone }: Session, given: Action): null {
  const isGone = given.conversation !== null && gone.hasConversation(given.conversation)
  const { undo, ...action } = isGone ? privateAction(given) : given
  db.run(
    'INSERT OR REPLACE INTO actions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    action.id, storableTime(action.at), action.conversation, action.tool, action.title, action.level, action.arguments, action.approval, action.outcome,
    action.result, action.elapsedMs, undo?.kind ?? null, undo?.data ?? null, undo?.until ?? null,
  )
  return null
}

/** At the start: whoever would have closed them is gone, and nobody knows how far they came. */
export function breakOffActions(db: Database): void {
  if (db.get("SELECT 1 FROM actions WHERE outcome = 'open' LIMIT 1") === undefined) return
  db.run("UPDATE actions SET outcome = ? WHERE outcome = 'open'", 'broke-off' satisfies ActionOutcome)
}

/** Actions of the same millisecond stay on one page: the next begins before that time. */
export function actions({ db }: Session, before: number | null, limit: number): Page<Action> {
  const below = before ?? Number.MAX_VALUE
  const floor = db.get<{ at: number }>('SELECT at FROM actions WHERE at < ? ORDER BY at DESC LIMIT 1 OFFSET ?', below, limit - 1)?.at ?? -1
  const rows = db.all<ActionColumns>(`SELECT ${ACTION_COLUMNS} FROM actions WHERE at < ? AND at >= ? ORDER BY at DESC, id DESC`, below, floor)
  return { rows: rows.map(actionOf), more: db.get('SELECT 1 FROM actions WHERE at < ? LIMIT 1', floor) !== undefined }
}

export function action({ db }: Session, id: string): Action | null {
  const row = db.get<ActionColumns>(`SELECT ${ACTION_COLUMNS} FROM actions WHERE id = ?`, id)
  return row === undefined ? null : actionOf(row)
}
