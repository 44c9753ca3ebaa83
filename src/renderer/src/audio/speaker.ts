import type { DeviceChoice } from '../../../shared/settings'
import { devicesOf, resolveDevice } from './devices'

/** Chromium's name for whatever the system plays through. */
const SYSTEM_SPEAKER = ''
const NOWHERE = { type: 'none' } as const

type Sink = Pick<AudioContext, 'sinkId' | 'setSinkId' | 'suspend'>

/** Which loudspeaker the player uses. One that is gone is replaced by the system's until it comes back. */
export class Speaker {
  private choice: DeviceChoice | null = null
  private missing = false
  private broken = false

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

  /** False while samples would be rendered for nobody: they would count as heard. */
  get isUsable(): boolean {
    return !this.broken
  }

  /** The device failed under the context. Told once: Chromium says it several times. True: this was news. */
  broke(): boolean {
    const isNews = !this.broken
    this.broken = true
    if (isNews) this.failed()
    return isNews
  }

  /** Before the loudspeaker is needed: a broken one may work again. */
  retry(): Promise<void> {
    return this.broken ? this.apply() : Promise.resolve()
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
    if (this.sink.sinkId === id && !this.broken) return true
    const routed = await this.reach(id).then(() => true, () => false)
    if (routed) this.broken = false // else it may have been left nowhere, and the next turn tries again
    return routed
  }

  /** A context whose device has failed may not open it again, not even by `resume()`; by way of nowhere it does (Chromium 130). */
  private async reach(id: string): Promise<void> {
    if (this.broken) {
      await this.sink.suspend()
      await this.sink.setSinkId(NOWHERE)
    }
    await this.sink.setSinkId(id)
  }
}
