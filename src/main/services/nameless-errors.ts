import { type ApiError, classifyApiError, type Severity } from '../../shared/classify-error'
import type { AppError } from '../../shared/errors'
import type { TurnId } from '../../shared/ids'
import type { Timers } from '../core/ports'
import { TUNING } from '../core/turn/tuning'
import type { Answers } from './answers'
import type { ResponseRequests } from './response-requests'

export interface NamelessErrorParts {
  readonly requests: Pick<ResponseRequests, 'wantedTurn' | 'session'>
  readonly answers: Pick<Answers, 'refused'>
  readonly isReady: () => boolean
  readonly trouble: (error: AppError) => void
  readonly timers: Timers
}

/**
 * An `error` that does not say which event it is about. While an answer is asked for and has not begun, it may be all that will come
 * of it; if nothing comes within a moment, it was. A fatal one is mostly followed by a close, which tells the same and more.
 */
export class NamelessErrors {
  private stopTimer: (() => void) | null = null

  constructor(private readonly parts: NamelessErrorParts) {}

  take(cause: ApiError, severity: Severity): void {
    const { requests, answers, timers, trouble, isReady } = this.parts
    if (cause.code === 'conversation_already_has_active_response') return answers.refused(cause) // only one kind of event is refused so
    if (severity === 'benign' || (severity === 'fatal' && !isReady())) return // a session that never was is the connection's to tell
    const { wantedTurn: turn, session } = requests
    if (turn === null && severity === 'failed') return trouble(classifyApiError(cause).error)
    this.stopTimer?.() // several about one thing are told once
    this.stopTimer = timers.after(TUNING.namelessErrorGraceMs, () => this.settle(cause, turn, session))
  }

  private settle(cause: ApiError, turn: TurnId | null, session: number): void {
    const { requests, answers, isReady, trouble } = this.parts
    this.stopTimer = null
    if (!isReady() || session !== requests.session) return
    if (turn !== null && requests.wantedTurn === turn) return answers.refused(cause)
    trouble(classifyApiError(cause).error)
  }
}
