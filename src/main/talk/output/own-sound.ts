import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'

/** Whether the microphone may just have heard what we played ourselves. */
export class OwnSound {
  private playing = false
  private lastAt = Number.NEGATIVE_INFINITY

  constructor(private readonly timers: Pick<Timers, 'now'>) {}

  /** An answer, or a kept sound, is in the loudspeaker from now on. */
  began(): void {
    this.playing = true
  }

  /** Not any more. */
  ended(): void {
    this.playing = false
    this.brief()
  }

  /** A short sound. */
  brief(): void {
    this.lastAt = this.timers.now()
  }

  get lately(): boolean {
    return this.playing || this.timers.now() - this.lastAt < TUNING.ownSoundMs
  }
}
