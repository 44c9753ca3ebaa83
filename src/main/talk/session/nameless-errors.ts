import type { ApiError, Severity } from '../../../shared/errors/classify-error'
import type { AppError } from '../../../shared/errors/errors'
import type { TurnId } from '../../../shared/ids'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { notifiedError } from '../core/realtime/answer-end'
import { TUNING } from '../core/turn/tuning'
import type { Answers } from './answers'
import type { ResponseRequests } from './response-requests'

export interface NamelessErrorParts {
  readonly requests: Pick<ResponseRequests, 'wantedTurn' | 'answeredTurn' | 'session' | 'asked' | 'silentMs'>
  readonly answers: Pick<Answers, 'refused' | 'brokeOff' | 'hasBegun'>
  readonly isReady: () => boolean
  readonly trouble: (error: AppError) => void
  readonly timers: Timers
}

/** An `error`, and what was asked when it came. `announced`: the answer had its name, but no word or sound yet. */
interface Taken {
  readonly cause: ApiError
  readonly severity: Severity
  readonly turn: TurnId | null
  readonly announced: boolean
  readonly session: number
  readonly asked: number
}

/**
 * An `error` that does not say which event it is about. While an answer is asked for and no word of it has come, it may be all that
 * will come of it; if nothing comes for a while, it was. A fatal one is mostly followed by a close, which tells the same and more.
 */
export class NamelessErrors {
  private readonly grace: Deadline<Taken>

  constructor(private readonly parts: NamelessErrorParts) {
    this.grace = new Deadline(parts.timers, (taken) => this.settle(taken))
  }

  take(cause: ApiError, severity: Severity): void {
    const { requests, answers, trouble, isReady } = this.parts
    if (cause.code === 'conversation_already_has_active_response') return answers.refused(cause) // only one kind of event is refused so
    if (severity === 'benign' || (severity === 'fatal' && !isReady())) return // a session that never was is the connection's to tell
    const announced = this.silentTurn()
    const turn = requests.wantedTurn ?? announced
    if (turn === null && severity === 'failed') return trouble(notifiedError(cause))
    const { session, asked } = requests
    // Several about one thing are told once.
    const taken = { cause, severity, turn, announced: announced !== null, session, asked }
    this.grace.renew(announced === null ? TUNING.namelessErrorGraceMs : TUNING.announcedErrorGraceMs, taken)
  }

  private settle(taken: Taken): void {
    const { cause, severity, turn, session, announced } = taken
    const { requests, answers, isReady, trouble } = this.parts
    if (!isReady() || session !== requests.session) return
    if (turn !== null && requests.wantedTurn === turn && !announced) return answers.refused(cause)
    if (turn !== null && this.isSilent(taken, turn)) return this.settleAnnounced(taken, turn)
    const isOver = announced && turn !== null && !answers.hasBegun(turn) // and how it ended was told
    if (!isOver || severity === 'fatal') trouble(notifiedError(cause))
  }

  /** Whatever came of it, if only the frame of what is to be said, gives it time. */
  private settleAnnounced(taken: Taken, turn: TurnId): void {
    const left = TUNING.announcedErrorGraceMs - this.parts.requests.silentMs
    if (left > 0) this.grace.renew(left, taken)
    else this.parts.answers.brokeOff(turn, taken.cause)
  }

  private isSilent({ asked }: Taken, turn: TurnId): boolean {
    return asked === this.parts.requests.asked && this.silentTurn() === turn
  }

  /** Whose answer is announced, and has not begun. */
  private silentTurn(): TurnId | null {
    const { requests, answers } = this.parts
    const { answeredTurn: turn } = requests
    return turn === null || answers.hasBegun(turn) ? null : turn
  }
}
