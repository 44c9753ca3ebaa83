import type { DeviceChoice } from '../../../shared/settings'
import { devicesOf, resolveDevice } from './devices'

/** Chromium's name for whatever the system plays through. */
const SYSTEM_SPEAKER = ''

type Sink = Pick<AudioContext, 'sinkId' | 'setSinkId'>

/** Which loudspeaker the player uses. One that is gone is replaced by the system's until it comes back. */
export class Speaker {
  private choice: DeviceChoice | null = null
  private missing = false

  constructor(
    private readonly sink: Sink,
    private readonly media: Pick<MediaDevices, 'enumerateDevices'>,
    private readonly failed: () => void,
  ) {}

  use(choice: DeviceChoice | null): Promise<void> {
    this.choice = choice
    this.missing = false
    return this.apply()
  }

  /** Also to be called when devices came or went. */
  async apply(): Promise<void> {
    const { choice } = this
    const id = await this.find(choice)
    if (choice !== this.choice) return // a newer wish has overtaken this one
    const routed = id !== null && (await this.route(id))
    if (choice !== this.choice) return
    if (!routed) await this.fallBack()
    this.missing = !routed
  }

  private async find(choice: DeviceChoice | null): Promise<string | null> {
    if (choice === null) return SYSTEM_SPEAKER
    return resolveDevice(choice, devicesOf('audiooutput', await this.media.enumerateDevices()))?.id ?? null
  }

  /** Told once, not again with every device that comes or goes. */
  private async fallBack(): Promise<void> {
    if (!this.missing) this.failed()
    await this.route(SYSTEM_SPEAKER)
  }

  private async route(id: string): Promise<boolean> {
    if (this.sink.sinkId === id) return true
    return this.sink.setSinkId(id).then(() => true, () => false)
  }
}
