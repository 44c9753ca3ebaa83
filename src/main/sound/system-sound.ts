import type { SystemSound } from '../../shared/ipc/sound'
import type { DevicePreference } from '../../shared/audio/sound-settings'
import { Deadline } from '../platform/deadline'
import type { AudioPort, Timers } from '../platform/ports'
import type { SystemSoundSource } from './core/ports'

/** A device that goes or comes is told in several events, a few ms apart, and the system's choice behind them. */
const SETTLE_MS = 100
/** While more and more changes, as when a dock is plugged in. Each question makes the sound server list all it has. */
const AGAIN_MS = 1_000

/** Tells the page what only the sound system knows of the devices, whenever that may have changed. */
export class SystemSoundTeller {
  private asked = 0
  private answered = 0
  private readonly pause: Deadline
  private reading = false
  private changedAgain = false
  private wished = ''
  private known: SystemSound = { microphone: null, speaker: null, bluetooth: [], oneChannel: [] }

  constructor(
    private readonly source: SystemSoundSource,
    private readonly port: Pick<AudioPort, 'tellSystem'>,
    timers: Timers,
    private readonly failed: (cause: unknown) => void,
    private readonly wish: () => DevicePreference,
  ) {
    this.pause = new Deadline(timers, () => this.askAnew())
  }

  /**
   * Something changes just now. The page hears of it before anything new is known: it looks at its own list then. However many
   * devices come and go, they are asked for once at a time.
   */
  changing(): void {
    this.changedAgain = true
    if (this.pause.isRunning || this.reading) return
    this.port.tellSystem(this.known)
    this.pause.start(SETTLE_MS)
  }

  evaluate(): void {
    void this.read()
  }

  /** Told at every change of the settings: another microphone may be wished. */
  wishChanged(): void {
    const wished = JSON.stringify(this.wish())
    if (wished === this.wished) return
    this.wished = wished
    this.evaluate()
  }

  stop(): void {
    this.pause.stop()
    this.changedAgain = false
    this.source.stop()
  }

  private askAnew(): void {
    this.changedAgain = false
    this.reading = true
    void this.read().then(() => {
      this.reading = false
      if (this.changedAgain) this.pause.start(AGAIN_MS)
    })
  }

  private async read(): Promise<void> {
    this.asked += 1
    const mine = this.asked
    const sound = await this.source.read(this.wish).catch((cause: unknown) => void this.failed(cause))
    if (sound === undefined || mine < this.answered) return // a later answer has overtaken this one
    this.answered = mine
    this.known = sound
    this.port.tellSystem(sound)
  }
}
