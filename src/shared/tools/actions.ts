import type { ConversationId } from '../ids'
import type { ToolLevel } from './levels'

/** How it came to be allowed, or not. `not-asked`: its level needs no asking. `withdrawn`: it was stopped while it waited for a hand. */
export const APPROVALS = ['not-asked', 'held', 'clicked', 'always', 'denied', 'timed-out', 'withdrawn'] as const
export type Approval = (typeof APPROVALS)[number]

/** `open`: written before the act and not closed yet. `broke-off`: Parley ended in between, or it was stopped and never said how far it came, so nobody knows. */
export const ACTION_OUTCOMES = ['open', 'done', 'failed', 'not-run', 'broke-off', 'undone'] as const
export type ActionOutcome = (typeof ACTION_OUTCOMES)[number]

/** Something that can be taken back, by the source of the tool. `data`: JSON, at most 16,000 characters. */
export interface StoredUndo {
  readonly kind: string
  readonly data: string
  /** Until when it means anything; null: as long as what was made is there. */
  readonly until: number | null
}

/** One thing that was asked of a tool. Of a private conversation only time, tool and outcome are kept: the rest is null. */
export interface Action {
  readonly id: string
  /** ms since 1970 (UTC). */
  readonly at: number
  readonly conversation: ConversationId | null
  readonly tool: string
  readonly title: string
  readonly level: ToolLevel
  /** JSON, at most 4,000 characters, without what looks like a secret. */
  readonly arguments: string | null
  readonly approval: Approval
  readonly outcome: ActionOutcome
  /** One line: what came of it. */
  readonly result: string | null
  readonly elapsedMs: number | null
  readonly undo: StoredUndo | null
}
