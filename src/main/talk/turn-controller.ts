import type { AppError } from '../../shared/errors/errors'
import type { DraftId, TurnId } from '../../shared/ids'
import { IDLE, step } from './core/turn/machine'
import { turnOf } from './core/turn/projection'
import type { TurnCommand, TurnInput, TurnStage, TurnState } from './core/turn/types'
import { TUNING } from './core/turn/tuning'
import type { Timers, TraceSink } from '../platform/ports'

/** A question that comes whole: typed, or spoken earlier, be it kept as a draft or just taken back from a cancel. */
export type Submission =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'speech'; readonly pcm: Int16Array; readonly draft: DraftId | null }
  /** The last question of the conversation, once more. */
  | { readonly kind: 'again' }

/** Where the machine's commands go. Every one is a call downwards; answers come back as facts, keyed by turn. */
export interface TurnHands {
  openCapture(turn: TurnId, merge: boolean): void
  /** `keepTail` is false when the speech is not wanted any more. */
  closeCapture(turn: TurnId, keepTail: boolean): void
  discardInput(turn: TurnId, why: 'cancelled' | 'too-short'): void
  /** Not wanted to end: what was not delivered is kept. */
  keepInput(turn: TurnId): void
  commitInput(turn: TurnId): void
  sendSubmission(turn: TurnId, submission: Submission): void
  cancelResponse(): void
  stopPlayback(): void
  finishPlayback(): void
  notify(error: AppError): void
}

/** Runs the turn machine: mints turns, keeps the one timer of the current state, carries out commands in order. */
export class TurnController {
  private current: TurnState = IDLE
  private minted = 0
  private stopTimer: (() => void) | null = null
  private submission: { readonly turn: TurnId; readonly what: Submission } | null = null

  constructor(
    private readonly hands: TurnHands,
    private readonly timers: Timers,
    private readonly trace: TraceSink,
    private readonly mint: (number: number) => TurnId,
    /** The time bound of each waiting state, in ms. */
    private readonly boundMs: (stage: TurnStage) => number,
    private readonly changed: (state: TurnState) => void,
  ) {}

  get state(): TurnState {
    return this.current
  }

  press(): void {
    const turn = this.nextTurn()
    this.trace.mark('press', { turn })
    this.post({ type: 'press', turn })
  }

  release(): void {
    this.trace.mark('release')
    this.post({ type: 'release' })
  }

  cancel(): void {
    this.trace.mark('cancel')
    this.post({ type: 'cancel' })
  }

  submit(what: Submission): void {
    const turn = this.nextTurn()
    this.submission = { turn, what }
    this.post({ type: 'submit', turn })
  }

  /** Nothing of the turn can go on. The person is told, with what became of the speech. */
  abort(error: AppError): void {
    const { notify } = this.hands
    this.post({ type: 'reset' })
    notify(error)
  }

  /** A fact, or a verb from the backstop. Stale turns are no-ops inside the machine. */
  post(input: TurnInput): void {
    const { state, commands } = step(this.current, input)
    const before = this.current
    this.current = state
    if (state.name !== before.name || turnOf(state) !== turnOf(before)) this.enter(state)
    else if (isSilent(state) !== isSilent(before)) this.wait(state)
    for (const command of commands) this.run(command)
    if (state !== before) this.changed(state)
  }

  private nextTurn(): TurnId {
    this.minted += 1
    return this.mint(this.minted)
  }

  private enter(state: TurnState): void {
    this.trace.mark('phase', { phase: state.name, turn: turnOf(state) })
    this.wait(state)
  }

  /** The one bound of the state, from now on. */
  private wait(state: TurnState): void {
    this.stopTimer?.()
    this.stopTimer = null
    if (state.name === 'idle') return
    const { name: stage, turn } = state
    const ms = isSilent(state) ? TUNING.silentAnswerBoundMs : this.boundMs(stage)
    this.stopTimer = this.timers.after(ms, () => this.post({ type: 'expired', turn, stage }))
  }

  private run(command: TurnCommand): void {
    const { hands } = this
    switch (command.type) {
      case 'openCapture':
        return hands.openCapture(command.turn, command.merge)
      case 'closeCapture':
        return hands.closeCapture(command.turn, this.current.name === 'closing')
      case 'discardInput':
        return hands.discardInput(command.turn, command.why)
      case 'keepInput':
        return hands.keepInput(command.turn)
      case 'commitInput':
        return hands.commitInput(command.turn)
      case 'sendSubmission':
        return this.submission?.turn === command.turn ? hands.sendSubmission(command.turn, this.submission.what) : undefined
      case 'renewBound':
        return this.wait(this.current)
      case 'cancelResponse':
        return hands.cancelResponse()
      case 'stopPlayback':
        return hands.stopPlayback()
      case 'finishPlayback':
        return hands.finishPlayback()
      case 'notify':
        return hands.notify(command.error)
    }
  }
}

/** An answer of which everything that came was heard, and whose end was not told. */
const isSilent = (state: TurnState): boolean => state.name === 'speaking' && state.drained
