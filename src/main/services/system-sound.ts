import type { AudioPort, SystemSoundSource, Timers } from '../core/ports'

/** A device that goes or comes is told in several events, a few ms apart, and the system's choice behind them. */
const SETTLE_MS = 40

/** Tells the page what only the sound system knows of the devices, whenever that may have changed. */
export class SystemSoundTeller {
  private asked = 0
  private answered = 0
  private waiting: (() => void) | null = null

  constructor(
    private readonly source: SystemSoundSource,
    private readonly port: Pick<AudioPort, 'tellSystem'>,
    private readonly timers: Timers,
  ) {}

  /** Something changes just now. */
  changing(): void {
    this.waiting ??= this.timers.after(SETTLE_MS, () => {
      this.waiting = null
      this.look()
    })
  }

  look(): void {
    this.asked += 1
    const mine = this.asked
    void this.source.read().then((sound) => {
      if (mine < this.answered) return // a later answer has overtaken this one
      this.answered = mine
      this.port.tellSystem(sound)
    })
  }

  stop(): void {
    this.waiting?.()
    this.waiting = null
  }
}
