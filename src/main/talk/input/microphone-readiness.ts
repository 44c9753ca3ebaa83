import type { Settings } from '../../../shared/settings'
import type { TurnPhase } from '../../../shared/view'
import { Deadline } from '../../platform/deadline'
import type { AudioPort, Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

export interface ReadinessParts {
  readonly audio: Pick<AudioPort, 'keepReady'>
  readonly timers: Timers
  readonly settings: () => Settings
  readonly handsFree: () => boolean
}

/** The microphone has a part in the turn. */
const SPOKEN: ReadonlySet<TurnPhase> = new Set<TurnPhase>(['opening', 'listening', 'closing'])

/** Keeps the microphone open between turns, as far as the person wishes it and is there. */
export class MicrophoneReadiness {
  private asked = 'null'
  private phase: TurnPhase = 'idle'
  /** A spoken question was asked, and the time after its answer is not over. */
  private warm = false
  private readonly away = new Set<'locked' | 'asleep'>()
  private readonly cooling: Deadline

  constructor(private readonly parts: ReadinessParts) {
    this.cooling = new Deadline(parts.timers, () => {
      this.cool()
      this.evaluate()
    })
  }

  /** Told at every change of the view: the phase, the talk mode or the settings may be others now. */
  follow(phase: TurnPhase): void {
    const before = this.phase
    this.phase = phase
    if (SPOKEN.has(phase)) this.away.clear() // who talks is here, whatever the system told
    if (SPOKEN.has(before) && phase === 'thinking') this.heat()
    if (!SPOKEN.has(before) && before !== 'idle' && phase === 'idle') this.count()
    this.evaluate()
  }

  /** Nobody is there to talk, or somebody is back. */
  leave(why: 'locked' | 'asleep', gone: boolean): void {
    if (gone) this.cool()
    if (gone) this.away.add(why)
    else this.away.delete(why)
    this.evaluate()
  }

  private evaluate(): void {
    const microphone = this.isWanted ? this.parts.settings().microphone : null
    const asked = JSON.stringify(microphone)
    if (asked === this.asked) return
    this.asked = asked
    this.parts.audio.keepReady(microphone)
  }

  private get isWanted(): boolean {
    const { settings, handsFree } = this.parts
    const { keepReady } = settings()
    if (this.away.size > 0 || handsFree()) return false // hands-free, muted means that it is closed
    return keepReady === 'always' || (keepReady === 'after-turn' && this.warm)
  }

  private heat(): void {
    this.cool()
    this.warm = true
  }

  private count(): void {
    if (this.warm) this.cooling.renew(TUNING.readyAfterTurnMs)
  }

  private cool(): void {
    this.cooling.stop()
    this.warm = false
  }
}
