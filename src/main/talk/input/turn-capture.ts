import { msToSamples } from '../../../shared/audio/audio-format'
import type { TurnId } from '../../../shared/ids'
import type { Settings } from '../../../shared/settings'
import type { AudioPort, Timers, TraceSink } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'
import { earconsWith, type PlayEarcon } from '../output/earcons'
import { MicrophoneReadiness } from './microphone-readiness'
import { OwnSound } from '../output/own-sound'

export interface TurnCaptureParts {
  readonly audio: Pick<AudioPort, 'prepareCapture' | 'abandonCapture' | 'openCapture' | 'keepReady' | 'earcon'>
  readonly timers: Timers
  readonly trace: TraceSink
  readonly settings: () => Settings
  readonly handsFree: () => boolean
}

/** How the microphone is opened for a turn, so that its first word is in it: with the key, and where it may, from before the key. */
export class TurnCapture {
  readonly readiness: MicrophoneReadiness
  readonly ownSound: OwnSound
  readonly earcon: PlayEarcon
  private lagMs = 0
  /** Told to the microphone, and neither used nor taken back yet. */
  private prepared = false

  constructor(private readonly parts: TurnCaptureParts) {
    const { audio, settings, timers } = parts
    this.readiness = new MicrophoneReadiness(parts)
    this.ownSound = new OwnSound(timers)
    this.earcon = earconsWith({ earcon: (name, volume) => {
      this.ownSound.brief()
      audio.earcon(name, volume)
    } }, settings)
  }

  /** `press` opens the microphone, or does not; then what was prepared for it is taken back. */
  verbs(press: () => void): { prepare(lagMs: number): void; abandon(): void; press(lagMs?: number): void } {
    return {
      prepare: (lagMs) => this.prepare(lagMs),
      abandon: () => this.abandon(),
      press: (lagMs = 0) => {
        this.lagMs = lagMs
        press()
        this.takeBack()
      },
    }
  }

  /** The key went down `lagMs` ago; what for, is not known yet. */
  private prepare(lagMs: number): void {
    if (this.parts.handsFree()) return // the key mutes there
    this.parts.audio.prepareCapture(this.parts.settings().microphone, this.back(lagMs)) // first: the microphone takes its time
    this.prepared = true
    this.parts.trace.mark('prepare', { lagMs })
  }

  /** It was for something else: what was opened for it is closed, however long it would have stayed warm. */
  private abandon(): void {
    this.prepared = false
    this.parts.audio.abandonCapture()
    this.parts.trace.mark('abandon')
  }

  openTurn(turn: TurnId): void {
    this.prepared = false
    this.parts.audio.openCapture(turn, this.parts.settings().microphone, this.back(this.lagMs))
  }

  /** Hands-free: from here on, and nothing of what was said to nobody. */
  openSegment(segment: TurnId): void {
    this.takeBack()
    this.parts.audio.openCapture(segment, this.parts.settings().microphone, 0)
  }

  private takeBack(): void {
    if (this.prepared) this.abandon()
  }

  /** In samples. What we played ourselves would be taken for speech, where it is not taken out. */
  private back(lagMs: number): number {
    const { microphone } = this.parts.settings()
    const hearsUs = this.ownSound.lately && (!microphone.echoCancellation || microphone.channel !== 'mix')
    return msToSamples(lagMs + (hearsUs ? 0 : TUNING.preRollMs))
  }
}
