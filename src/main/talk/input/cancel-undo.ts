import { samplesToMs } from '../../../shared/audio/audio-format'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import { TUNING } from '../core/turn/tuning'
import { joinFrames } from '../../../shared/audio/join-frames'
import type { Undelivered } from './input-socket'

interface Offer {
  readonly speech: Undelivered
  readonly until: number
}

/** What was said and discarded, kept in memory for as long as it can be taken back. */
export class CancelUndo {
  private offer: Offer | null = null
  private readonly end: Deadline

  constructor(
    private readonly timers: Timers,
    private readonly changed: () => void,
  ) {
    this.end = new Deadline(timers, () => this.withdraw())
  }

  /** Milliseconds to take it back; null: nothing can be. */
  get leftMs(): number | null {
    return this.offer === null ? null : Math.max(0, this.offer.until - this.timers.now())
  }

  /** Shorter than a hold was no speech: half of a shortcut, the first of two taps. `spoken`: its samples, but for those before the press. */
  discarded(speech: Undelivered, spoken = speech.samples): void {
    this.withdraw()
    if (samplesToMs(spoken) < TUNING.tapMs) return
    this.offer = { speech, until: this.timers.now() + TUNING.undoMs }
    this.end.renew(TUNING.undoMs)
    this.changed()
  }

  /** Time is up, or something else was begun. */
  withdraw(): void {
    if (this.offer === null) return
    this.end.stop()
    this.offer = null
    this.changed()
  }

  /** The speech, once; null: too late. */
  take(): Int16Array | null {
    const { offer } = this
    this.withdraw()
    return offer === null ? null : joinFrames(offer.speech.frames, offer.speech.samples)
  }
}
