import { conversationId } from '../../../../../shared/ids'
import type { Action } from '../../../../../shared/tools/actions'

export interface ActionColumns {
  readonly id: string
  readonly at: number
  readonly conversation: string | null
  readonly tool: string
  readonly title: string
  readonly level: Action['level']
  readonly arguments: string | null
  readonly approval: Action['approval']
  readonly outcome: Action['outcome']
  readonly result: string | null
  readonly elapsed_ms: number | null
  readonly undo_kind: string | null
  readonly undo_data: string | null
  readonly undo_until: number | null
}

export const ACTION_COLUMNS = 'id, at, conversation, tool, title, level, arguments, approval, outcome, result, elapsed_ms, undo_kind, undo_data, undo_until'

export const actionOf = (row: ActionColumns): Action => ({
  id: row.id, at: row.at, conversation: row.conversation === null ? null : conversationId(row.conversation), tool: row.tool, title: row.title, level: row.level,
  arguments: row.arguments, approval: row.approval, outcome: row.outcome, result: row.result, elapsedMs: row.elapsed_ms,
  undo: row.undo_kind === null || row.undo_data === null ? null : { kind: row.undo_kind, data: row.undo_data, until: row.undo_until },
})
