import type { AppError } from '../../shared/errors/errors'
import { turnId, type TurnId } from '../../shared/ids'
import type { EarconName } from '../../shared/ipc/sound'
import { Deadline } from '../platform/deadline'
import type { Timers } from '../platform/ports'
import type { PostTalkFact } from './facts'
import type { MachineStates } from './machine-states'
import { type HandsFreeCommand, type HandsFreeInput, type HandsFreeState, handsFreeStep } from './core/turn/hands-free'
import { type HandsFreeFacts, isHandsFree } from './core/turn/hands-free-view'
import { TUNING } from './core/turn/tuning'

/** Where the hands-free machine's commands go. */
export interface HandsFreeEffects {
  abandonTurn(): void
  keepSpeech(): void
  openCapture(segment: TurnId): void
  closeCapture(segment: TurnId): void
  goOn(segment: TurnId): void
  /** The full `turn_detection` object, or null. */
  sendTurnDetection(on: boolean): void
  clearInput(): void
  padSilence(): void
  stopPlayback(): void
  finishPlayback(): void
  cancelResponse(): void
  earcon(name: EarconName): void
  notify(error: AppError): void
  /** The state is another than before. */
  entered(state: HandsFreeState): void
}

export interface HandsFreeControllerParts {
  readonly effects: HandsFreeEffects
  readonly states: MachineStates
  readonly timers: Timers
  readonly post: PostTalkFact
}

/** Runs the hands-free machine: one timer, commands in order, a new id for each segment of open microphone. */
export class HandsFreeController {
  private segments = 0
  private heardIn: TurnId | null = null
  private readonly bound: Deadline<HandsFreeInput>

  constructor(private readonly parts: HandsFreeControllerParts) {
    this.bound = new Deadline(parts.timers, (input) => this.post(input))
  }

  get state(): HandsFreeState {
    return this.parts.states.handsFree
  }

  get on(): boolean {
    return isHandsFree(this.state)
  }

  get listens(): boolean {
    return this.parts.states.listens
  }

  get facts(): HandsFreeFacts {
    return this.parts.states.facts
  }

  /** The server has heard speech since the microphone was opened: it is alive, however still it is now. */
  get hasHeard(): boolean {
    return this.state.name === 'open' && this.state.segment === this.heardIn
  }

  post(input: HandsFreeInput): void {
    const before = this.state
    const { state, commands } = handsFreeStep(before, input)
    this.parts.states.handsFree = state
    if (state.name === 'open' && state.hearing) this.heardIn = state.segment
    if (state.name !== before.name) this.enter(state)
    for (const command of commands) this.run(command)
    if (state === before) return
    this.parts.effects.entered(state)
    this.parts.post({ type: 'stateChanged' })
  }

  /** `session.updated` for our change of turn detection. */
  turnDetectionSet(on: boolean): void {
    this.post(on ? { type: 'armed', segment: this.nextSegment() } : { type: 'disarmed' })
  }

  toggleMute(): void {
    this.post({ type: 'toggleMute', segment: this.nextSegment() })
  }

  private nextSegment(): TurnId {
    this.segments += 1
    return turnId(`segment_${String(this.segments)}`)
  }

  private enter(state: HandsFreeState): void {
    if (state.name === 'arming' || state.name === 'disarming') this.bound.renew(TUNING.modeSwitchBoundMs, { type: 'expired', stage: state.name })
    else this.bound.stop()
  }

  private run(command: HandsFreeCommand): void {
    const { effects } = this.parts
    switch (command.type) {
      case 'openCapture':
      case 'closeCapture':
      case 'goOn':
        return effects[command.type](command.segment)
      case 'sendTurnDetection':
        return effects.sendTurnDetection(command.on)
      case 'earcon':
        return effects.earcon(command.name)
      case 'notify':
        return effects.notify(command.error)
      case 'abandonTurn':
      case 'keepSpeech':
      case 'clearInput':
      case 'padSilence':
      case 'stopPlayback':
      case 'finishPlayback':
      case 'cancelResponse':
        return effects[command.type]()
    }
  }
}
