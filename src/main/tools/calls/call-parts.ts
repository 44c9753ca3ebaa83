import type { CallAccount } from '../../../shared/conversation'
import type { ConversationId } from '../../../shared/ids'
import type { Logger, Timers, WallClock } from '../../platform/ports'
import type { CallAnswer, FunctionCall } from '../../talk/extension'
import type { ActionLog } from '../actions/action-log'
import type { Allowances } from '../approval/allowances'
import type { Approvals } from '../approval/approvals'
import type { Permissions } from '../approval/permission'
import type { ToolList } from '../tool-list'
import type { Undoing } from '../actions/undo'

/** What of the talk is needed here. */
export interface CallTalk {
  answerCall(call: FunctionCall['call'], answer: CallAnswer): void
  callEnded(item: FunctionCall['item'], account: CallAccount): void
  callProgress(call: FunctionCall['call']): void
  announce(text: string): void
}

/** A call that goes on behind its answer. */
export interface Job {
  readonly name: string
  readonly conversation: number
}

export interface ToolCallParts {
  readonly tools: ToolList
  readonly allowances: Allowances
  readonly approvals: Approvals
  readonly permissions: Permissions
  readonly log: ActionLog
  readonly undoing: Undoing
  /** `id` null: there is none yet. */
  readonly conversation: () => { readonly id: ConversationId | null; readonly private: boolean }
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly mint: () => string
  readonly logger: Pick<Logger, 'error'>
  readonly changed: () => void
}
