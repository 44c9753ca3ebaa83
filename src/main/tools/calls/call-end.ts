import type { Action } from '../../../shared/tools/actions'
import type { LoggedAction } from '../actions/action-log'
import { closedAction, stoppedAction } from '../core/action'
import { brokeOffOutput, notRunOutput } from '../core/outputs'
import type { Tool } from '../core/tool'
import type { RunEnd } from './tool-run'

/** What is known of a run beside its end. */
export interface Ended {
  readonly effect: Tool['effect']
  readonly elapsedMs: number
  /** Whose text stood in the turn. */
  readonly after: string | null
}

/** As it is kept. */
export const actionOf = ({ action }: LoggedAction, end: RunEnd, { effect, elapsedMs, after }: Ended): Action =>
  end.kind === 'ended' ? closedAction(action, end.outcome, elapsedMs, effect === 'write' ? after : null) : stoppedAction(action, effect, end.why, elapsedMs)

/** As the model is told of it. */
export const stoppedOutput = (effect: Tool['effect'], why: string): string => (effect === 'read' ? notRunOutput(why) : brokeOffOutput(why))
