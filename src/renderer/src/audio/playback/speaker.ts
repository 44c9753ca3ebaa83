import type { AudioReport } from '../../../../shared/ipc/sound'
import { type DevicePreference, SYSTEM_SPEAKER } from '../../../../shared/audio/sound-settings'
import type { Device } from '../devices/devices'

/** Chromium's name for whatever the system plays through. */
const SYSTEM = ''
const NOWHERE = { type: 'none' } as const

/** The error of a device that was pulled may come after it has been replaced. */
const ECHO_MS = 2_000

/**
 * Chromium keeps the stream of a device it has left for 5 s, to use it again; PulseAudio has moved that of a pulled device elsewhere,
 * where it would stay.
 */
const STALE_MS = 6_000

type Sink = Pick<AudioContext, 'sinkId' | 'setSinkId' | 'suspend'>

/** The loudspeakers of this machine. */
export interface Speakers {
  /** Asks anew. */
  refresh(): Promise<void>
  /** Best first; null: whatever the system uses. */
  ranking(preference: DevicePreference): readonly (Device | null)[]
  /** Which one the system uses; null: nobody knows. */
  system(): Device | null
  has(device: Device): boolean
}

/**
 * Which loudspeaker the player uses: the best that is there. One that goes away is replaced at once; a better one that comes back
 * waits for the next turn, because a voice that changes its place in mid-sentence startles.
 */
export class Speaker {
  private preference = SYSTEM_SPEAKER
  private current: Device | null = null
  private broken = false
  private isReported = false
  /** When each was pulled, by its id. */
  private readonly pulled = new Map<string, number>()
  private replacing: Promise<void> | null = null

  constructor(
    private readonly sink: Sink,
    private readonly speakers: Speakers,
    private readonly report: (report: AudioReport) => void,
  ) {}

  use(preference: DevicePreference): Promise<void> {
    this.preference = preference
    this.isReported = false
    return this.choose()
  }

  /** False while samples would be rendered for nobody: they would count as heard. */
  get isUsable(): boolean {
    return !this.broken
  }

  /** The device failed under the context. One that was pulled is replaced, else it is told. False: Chromium says it several times. */
  async broke(): Promise<boolean> {
    if (this.broken) return false
    this.broken = true
    await this.speakers.refresh()
    if (this.isGone) await this.replace()
    else if (this.pulledWithin(ECHO_MS)) await this.choose()
    else this.tellFailure()
    return true
  }

  /** Before the loudspeaker is needed: a broken one may work again, a better one may have come. */
  async prepare(): Promise<void> {
    await this.speakers.refresh()
    await this.choose()
  }

  /** Devices came or went while it is needed. */
  devicesChanged(): Promise<void> {
    return this.isGone ? this.replace() : Promise.resolve()
  }

  /** A broken one may work again. */
  mend(): Promise<void> {
    return this.broken ? this.choose() : Promise.resolve()
  }

  private pulledWithin(ms: number, device?: Device): boolean {
    const times = device === undefined ? [...this.pulled.values()] : [this.pulled.get(device.id) ?? Number.NEGATIVE_INFINITY]
    return times.some((at) => performance.now() - at < ms)
  }

  private get isGone(): boolean {
    return this.current !== null && !this.speakers.has(this.current)
  }

  /** That it is gone is heard from two sides, the context and the list of devices. */
  private replace(): Promise<void> {
    this.replacing ??= this.goOnElsewhere().finally(() => { this.replacing = null })
    return this.replacing
  }

  private async goOnElsewhere(): Promise<void> {
    const { current } = this
    if (current !== null) this.pulled.set(current.id, performance.now())
    const followed = this.sink.sinkId === SYSTEM
    this.broken = true // Chromium stops a context whose device is gone, a moment after it has said so
    await this.choose()
    if (this.current?.id === current?.id) return // nothing else can be had, which has been told, or the sound service was away for a moment
    if (followed && this.current === null) return // not another device, but a sound service that is away
    this.report({ kind: 'deviceNews', news: 'speaker-replaced', device: this.current?.label ?? '' })
  }

  private async choose(): Promise<void> {
    const { preference } = this
    let refused = false
    for (const device of this.speakers.ranking(preference)) {
      if (device !== null && this.pulledWithin(STALE_MS, device)) continue
      const routed = await this.route(device?.id ?? SYSTEM)
      if (preference !== this.preference) return // a newer wish has overtaken this one
      if (routed) this.current = device ?? this.speakers.system()
      if (routed) break
      refused = true
    }
    if (refused) this.tellFailure()
    else this.isReported = false
  }

  /** Once, not again with every turn. */
  private tellFailure(): void {
    if (!this.isReported) this.report({ kind: 'speakerFailed' })
    this.isReported = true
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
