import type { AppError } from '../../shared/errors/errors'
import { type DraftId, turnId, type TurnId } from '../../shared/ids'
import { step } from './core/turn/machine'
import { turnOf } from './core/turn/projection'
import type { TurnCommand, TurnInput, TurnStage, TurnState } from './core/turn/types'
import { TUNING } from './core/turn/tuning'
import { Deadline } from '../platform/deadline'
import type { Timers, TraceSink } from '../platform/ports'
import type { PostTalkFact } from './facts'
import type { MachineStates } from './machine-states'

/** A question that comes whole: typed, or spoken earlier, be it kept as a draft or just taken back from a cancel. */
export type Submission =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'speech'; readonly pcm: Int16Array; readonly draft: DraftId | null }
  /** The last question of the conversation, once more. */
  | { readonly kind: 'again' }
  /** Nobody asks: something that was begun before has come to its end, and the person is told. */
  | { readonly kind: 'announcement'; readonly text: string }

/** Where the machine's commands go. Every one is a call downwards; answers come back as facts, keyed by turn. */
export interface TurnEffects {
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

export interface TurnControllerParts {
  readonly effects: TurnEffects
  readonly states: Pick<MachineStates, 'turn'>
  readonly timers: Timers
  readonly trace: TraceSink
  /** The time bound of each waiting state, in ms. */
  readonly boundMs: (stage: TurnStage) => number
  readonly post: PostTalkFact
}

/** An answer of which everything that came was heard, and whose end was not told. */
const isSilent = (state: TurnState): boolean => state.name === 'speaking' && state.drained

/** Runs the turn machine: mints turns, keeps the one timer of the current state, carries out commands in order. */
export class TurnController {
  private minted = 0
  private readonly bound: Deadline<TurnInput>
  private submission: { readonly turn: TurnId; readonly what: Submission } | null = null

  constructor(private readonly parts: TurnControllerParts) {
    this.bound = new Deadline(parts.timers, (input) => this.post(input))
  }

  get state(): TurnState {
    return this.parts.states.turn
  }

  press(): void {
    const turn = this.nextTurn()
    this.parts.trace.mark('press', { turn })
    this.post({ type: 'press', turn })
  }

  release(): void {
    this.parts.trace.mark('release')
    this.post({ type: 'release' })
  }

  cancel(): void {
    this.parts.trace.mark('cancel')
    this.post({ type: 'cancel' })
  }

  submit(what: Submission): void {
    const turn = this.nextTurn()
    this.submission = { turn, what }
    this.post({ type: 'submit', turn })
  }

  /** Nothing of the turn can go on. The person is told, with what became of the speech. */
  abort(error: AppError): void {
    const { notify } = this.parts.effects
    this.post({ type: 'reset' })
    notify(error)
  }

  /** A fact, or a verb from the backstop. Stale turns are no-ops inside the machine. */
  post(input: TurnInput): void {
    const before = this.state
    const { state, commands } = step(before, input)
    this.parts.states.turn = state
    if (state.name !== before.name || turnOf(state) !== turnOf(before)) this.enter(state)
    else if (isSilent(state) !== isSilent(before)) this.wait(state)
    for (const command of commands) this.run(command)
    if (state !== before) this.parts.post({ type: 'stateChanged' })
  }

  private nextTurn(): TurnId {
    this.minted += 1
    return turnId(`turn_${String(this.minted)}`)
  }

  private enter(state: TurnState): void {
    this.parts.trace.mark('phase', { phase: state.name, turn: turnOf(state) })
    this.wait(state)
  }

  /** The one bound of the state, from now on. */
  private wait(state: TurnState): void {
    if (state.name === 'idle') return this.bound.stop()
    const { name: stage, turn } = state
    this.bound.renew(isSilent(state) ? TUNING.silentAnswerBoundMs : this.parts.boundMs(stage), { type: 'expired', turn, stage })
  }

  private run(command: TurnCommand): void {
    const { effects } = this.parts
    switch (command.type) {
      case 'openCapture':
        return effects.openCapture(command.turn, command.merge)
      case 'closeCapture':
        return effects.closeCapture(command.turn, this.state.name === 'closing')
      case 'discardInput':
        return effects.discardInput(command.turn, command.why)
      case 'keepInput':
        return effects.keepInput(command.turn)
      case 'commitInput':
        return effects.commitInput(command.turn)
      case 'sendSubmission':
        return this.submission?.turn === command.turn ? effects.sendSubmission(command.turn, this.submission.what) : undefined
      case 'renewBound':
        return this.wait(this.state)
      case 'cancelResponse':
        return effects.cancelResponse()
      case 'stopPlayback':
        return effects.stopPlayback()
      case 'finishPlayback':
        return effects.finishPlayback()
      case 'notify':
        return effects.notify(command.error)
    }
  }
}
