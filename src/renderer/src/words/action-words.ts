import type { Action } from '../../../shared/tools/actions'
import { approvalWords, outcomeWords, tookWords } from './tools-words'

/** Of a private conversation only time, tool and outcome were kept. */
export const isPrivateAction = (action: Action): boolean => action.arguments === null

/** By the person's answer, or by none. */
export const wasRefused = ({ approval }: Pick<Action, 'approval'>): boolean => approval === 'denied' || approval === 'timed-out' || approval === 'withdrawn'

/** What came of it; null: how it was answered says all, and the words kept were for the model. */
export const resultOf = ({ approval, result }: Pick<Action, 'approval' | 'result'>): string | null => (wasRefused({ approval }) ? null : result)

/** It can be taken back now. */
export const canUndo = ({ undo }: Action, now: number): boolean => undo !== null && (undo.until === null || undo.until > now)

/** "Done · You held the key · 0.4 s" */
export const actionAside = ({ outcome, approval, elapsedMs }: Action): string =>
  [outcomeWords(outcome), approvalWords(approval), ...(elapsedMs === null ? [] : [tookWords(elapsedMs)])].join(' · ')
