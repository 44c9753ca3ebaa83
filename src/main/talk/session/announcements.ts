import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'

export interface AnnouncementEffects {
  /** Kept sound is being listened to: nothing of ours talks into it. */
  readonly isListening: () => boolean
  /** Nobody talks, and what is said now is said to the model at once. False: it may not be asked. */
  readonly ask: (text: string) => boolean
  /** A session that sleeps is made again. */
  readonly wake: () => void
}

/** More than anybody lets run at once. */
const MOST = 32
const LOOK_AGAIN_MS = 1_000

/** What came to its end after its question was answered: told in the next quiet moment, one by one. */
export class Announcements {
  private waiting: readonly string[] = []
  private readonly lookAgain: Deadline

  constructor(
    timers: Timers,
    private readonly effects: AnnouncementEffects,
    /** Is this a quiet moment? */
    evaluate: () => void,
  ) {
    this.lookAgain = new Deadline(timers, evaluate)
  }

  add(text: string): void {
    this.waiting = [...this.waiting, text].slice(-MOST)
    this.effects.wake()
  }

  /** Nobody talks, and the session is ready. */
  quiet(): void {
    const [next, ...rest] = this.waiting
    if (next === undefined) return
    if (this.effects.isListening()) return this.lookAgain.start(LOOK_AGAIN_MS)
    if (this.effects.ask(next)) this.waiting = rest
  }

  /** Another conversation, or another server: it is none of theirs. */
  forget(): void {
    this.waiting = []
    this.lookAgain.stop()
  }
}
