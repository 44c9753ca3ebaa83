import type { AppError } from '../../shared/errors/errors'
import type { TurnId } from '../../shared/ids'
import type { EarconName } from '../../shared/ipc/contract'
import type { Timers } from '../platform/ports'
import { type HandsFreeCommand, type HandsFreeInput, type HandsFreeState, handsFreeStep, OFF } from './core/turn/hands-free'
import { TUNING } from './core/turn/tuning'

/** Where the hands-free machine's commands go. */
export interface HandsFreeHands {
  abandonTurn(): void
  keepSpeech(): void
  openCapture(stretch: TurnId): void
  closeCapture(stretch: TurnId): void
  goOn(stretch: TurnId): void
  /** The full `turn_detection` object, or null. */
  sendTurnDetection(on: boolean): void
  clearInput(): void
  padSilence(): void
  stopPlayback(): void
  finishPlayback(): void
  cancelResponse(): void
  earcon(name: EarconName): void
  notify(error: AppError): void
}

export interface HandsFreeFacts {
  readonly on: boolean
  /** A change of talk mode waits for the server. */
  readonly switching: boolean
  readonly muted: boolean
  /** The server hears speech right now. */
  readonly hearing: boolean
}

/** Runs the hands-free machine: one timer, commands in order, a new id for each stretch of open microphone. */
export class HandsFreeController {
  private current: HandsFreeState = OFF
  private stretches = 0
  private heardIn: TurnId | null = null
  private stopTimer: (() => void) | null = null

  constructor(
    private readonly hands: HandsFreeHands,
    private readonly timers: Timers,
    private readonly mint: (count: number) => TurnId,
    private readonly changed: (state: HandsFreeState) => void,
  ) {}

  get state(): HandsFreeState {
    return this.current
  }

  /** The talk mode the person sees: on from the wish to the way back. */
  get on(): boolean {
    return this.current.name !== 'off' && this.current.name !== 'disarming'
  }

  /** The server hears the microphone: what it says of speech means something. */
  get listens(): boolean {
    return this.current.name === 'open' && !this.current.muted
  }

  /** What the view shows of it. */
  get facts(): HandsFreeFacts {
    const { current } = this
    return {
      on: this.on,
      switching: current.name === 'arming' || current.name === 'disarming',
      muted: 'muted' in current && current.muted,
      hearing: current.name === 'open' && current.hearing,
    }
  }

  /** The server has heard speech since the microphone was opened: it is alive, however still it is now. */
  get hasHeard(): boolean {
    return this.current.name === 'open' && this.current.stretch === this.heardIn
  }

  post(input: HandsFreeInput): void {
    const before = this.current
    const { state, commands } = handsFreeStep(before, input)
    this.current = state
    if (state.name === 'open' && state.hearing) this.heardIn = state.stretch
    if (state.name !== before.name) this.enter(state)
    for (const command of commands) this.run(command)
    if (state !== before) this.changed(state)
  }

  /** `session.updated` for our change of turn detection. */
  turnDetectionSet(on: boolean): void {
    this.post(on ? { type: 'armed', stretch: this.nextStretch() } : { type: 'disarmed' })
  }

  toggleMute(): void {
    this.post({ type: 'toggleMute', stretch: this.nextStretch() })
  }

  private nextStretch(): TurnId {
    this.stretches += 1
    return this.mint(this.stretches)
  }

  private enter(state: HandsFreeState): void {
    this.stopTimer?.()
    this.stopTimer = null
    if (state.name !== 'arming' && state.name !== 'disarming') return
    const stage = state.name
    this.stopTimer = this.timers.after(TUNING.modeSwitchBoundMs, () => this.post({ type: 'expired', stage }))
  }

  private run(command: HandsFreeCommand): void {
    const { hands } = this
    switch (command.type) {
      case 'openCapture':
      case 'closeCapture':
      case 'goOn':
        return hands[command.type](command.stretch)
      case 'sendTurnDetection':
        return hands.sendTurnDetection(command.on)
      case 'earcon':
        return hands.earcon(command.name)
      case 'notify':
        return hands.notify(command.error)
      case 'abandonTurn':
      case 'keepSpeech':
      case 'clearInput':
      case 'padSilence':
      case 'stopPlayback':
      case 'finishPlayback':
      case 'cancelResponse':
        return hands[command.type]()
    }
  }
}
