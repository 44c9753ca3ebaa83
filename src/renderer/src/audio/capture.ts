import { classifyMicrophoneError } from '../../../shared/classify-error'
import type { ErrorTag } from '../../../shared/errors'
import type { AudioReport, DeviceNews } from '../../../shared/ipc/contract'
import { err, ok, type Result } from '../../../shared/result'
import type { MicrophoneSettings } from '../../../shared/sound-settings'
import type { Device } from './devices'
import { errorName, type OpenMicrophone } from './microphone'

/** Where a stream goes: the graph around the capture worklet. */
export interface Ear {
  /** Whether samples flow; false when they do not within a bound. */
  run(): Promise<boolean>
  attach(stream: MediaStream, channel: MicrophoneSettings['channel']): void
  detach(): void
  /** Costs nothing until the next `run`. */
  sleep(): void
}

/** The microphones of this machine. */
export interface Microphones {
  /** Resolves once it delivers; rejects with a DOMException. `gone`: known not to be there any more. */
  open(wish: MicrophoneSettings, gone: Device | null): Promise<OpenMicrophone>
  /** Asks who is there. */
  refresh(): Promise<void>
  /** The one that would be opened now, as far as is known without asking. */
  best(wish: MicrophoneSettings): Device | null
  /** Whether it is still plugged in, as far as is known; null: whatever the system uses. */
  has(device: Device | null): boolean
  isBluetooth(device: Device): boolean
  /** Asks again and again, and tells of changes; the answer ends that. */
  watch(changed: () => void): () => void
}

/** Each change makes a new object, so `this.source === source` tells whether an answer is still wanted. */
type Source =
  | { readonly state: 'closed' }
  /** `lost`: what went away, whose place it takes. */
  | { readonly state: 'opening'; readonly wish: MicrophoneSettings; readonly lost: Live | null }
  | Live

interface Live extends OpenMicrophone {
  readonly state: 'live'
  readonly wish: MicrophoneSettings
}

/** The tail of a turn is 150 ms, behind a page that may be busy. */
const REST_AFTER_MS = 1_000

const CLOSED: Source = { state: 'closed' }
/** Owns the microphone: opens it when a turn needs it, keeps it warm a while, and really lets it go. Gates are the worklet's. */
export class Capture {
  private source: Source = CLOSED
  /** The turn that needs the microphone; null once its gate has been closed. */
  private turn: string | null = null
  /** Somebody tries the microphone out, without a turn. */
  private trial = false
  private linger: ReturnType<typeof setTimeout> | undefined
  private rest: ReturnType<typeof setTimeout> | undefined
  /** Warm, and the tail of the last turn is surely in. */
  private resting = false
  private unwatch = () => {}

  constructor(
    private readonly ear: Ear,
    private readonly microphones: Microphones,
    private readonly report: (report: AudioReport) => void,
  ) {}

  acquire(turn: string, wish: MicrophoneSettings): void {
    this.wake()
    this.turn = turn
    this.use(wish)
  }

  release(lingerMs: number): void {
    this.wake()
    this.turn = null
    if (this.trial) return
    this.rest = setTimeout(() => this.improve(), REST_AFTER_MS)
    this.linger = setTimeout(() => this.stop(), lingerMs)
  }

  /** Opens the microphone for nobody's turn; `trialFailed` is reported if that cannot be. */
  tryOut(wish: MicrophoneSettings): void {
    this.wake()
    this.trial = true
    if (this.turn === null) this.use(wish) // a turn's microphone is not taken from it
  }

  /** At once: whoever has looked at a meter wants to see the indicator go off. */
  leave(): void {
    if (!this.trial) return
    this.trial = false
    if (this.turn === null) this.stop()
  }

  /**
   * Devices came or went. PulseAudio does not end the track of a microphone that was pulled: it moves it to any other source, if
   * need be to what the loudspeaker plays.
   */
  private devicesChanged(): void {
    const { source } = this
    if (source.state !== 'live') return
    if (!this.microphones.has(source.device)) this.lost(source)
    else if (this.resting) this.improve()
  }

  /** Between two turns is the time to change: the next one must not begin at one microphone and go on at another. */
  private improve(): void {
    const { source } = this
    this.resting = true
    if (source.state === 'live' && !this.isBest(source)) void this.start(source.wish, null)
  }

  private isBest({ wish, device }: Live): boolean {
    return this.microphones.best(wish)?.id === device?.id
  }

  /** Nothing but digital silence has come for a while. */
  silent(): void {
    if (this.turn !== null && this.source.state === 'live') this.tell('mic-silent', this.source.device)
  }

  private use(wish: MicrophoneSettings): void {
    const { source } = this
    if (source.state === 'closed' || !isSame(source.wish, wish)) return void this.start(wish, null)
    if (source.state !== 'live') return
    if (!this.isBest(source)) return void this.start(wish, null)
    void this.check(source)
  }

  /** A turn goes on with the next microphone, its gate stays open; a warm one that nobody needs is let go. */
  private lost(live: Live): void {
    if (this.turn !== null || this.trial) return void this.start(live.wish, live)
    this.stop()
    void this.tellNext(live)
  }

  /** The end of a track is heard before the list of devices has changed. */
  private async tellNext(lost: Live): Promise<void> {
    await this.microphones.refresh()
    this.tellReplaced(lost, this.microphones.best(lost.wish))
  }

  /** It is no other one when the sound service itself went away and came back. */
  private tellReplaced(lost: Live, next: Device | null): void {
    if (next !== null && next.id !== lost.device?.id) this.tell('mic-replaced', next)
  }

  private async start(wish: MicrophoneSettings, lost: Live | null): Promise<void> {
    this.drop()
    const opening: Source = { state: 'opening', wish, lost }
    this.source = opening
    const [opened, runs] = await Promise.all([this.tryOpen(wish, lost?.device ?? null), this.ear.run()])
    if (this.source !== opening) return opened.ok ? stopTracks(opened.value.stream) : undefined
    if (!opened.ok) return this.fail(opened.error)
    this.live(wish, opened.value)
    if (hasEnded(opened.value.stream)) return this.fail('mic-lost')
    if (!runs) return this.fail('mic-busy')
    if (lost !== null) this.tellReplaced(lost, opened.value.device)
  }

  private tryOpen(wish: MicrophoneSettings, gone: Device | null): Promise<Result<OpenMicrophone, ErrorTag>> {
    return this.microphones.open(wish, gone).then(ok, (error: unknown) => err(classifyMicrophoneError(errorName(error))))
  }

  private live(wish: MicrophoneSettings, opened: OpenMicrophone): void {
    const live: Source = { state: 'live', wish, ...opened }
    this.source = live
    const lost = () => this.source === live && this.lost(live)
    opened.stream.getAudioTracks().forEach((track) => track.addEventListener('ended', lost))
    this.ear.attach(opened.stream, wish.channel)
    this.unwatch = this.microphones.watch(() => this.devicesChanged())
    this.report({ kind: 'microphone', live: true })
    if (opened.device !== null && this.microphones.isBluetooth(opened.device)) this.tell('mic-bluetooth', opened.device)
  }

  /** A warm microphone, but the system may have put the context to sleep. */
  private async check(live: Live): Promise<void> {
    const runs = await this.ear.run()
    if (!runs && this.source === live) this.fail('mic-busy')
  }

  private fail(tag: ErrorTag): void {
    const { turn, trial, source } = this
    const replaces = source.state === 'opening' && source.lost !== null
    this.turn = null
    this.trial = false
    if (replaces) this.ear.detach() // the key may have come up meanwhile, and the gate waits for a tail that will not come
    this.stop()
    const reason = replaces ? 'mic-lost' : tag
    if (turn !== null) this.report({ kind: 'captureFailed', turn, tag: reason })
    if (trial) this.report({ kind: 'trialFailed', tag: reason })
  }

  private tell(news: DeviceNews, device: Device | null): void {
    this.report({ kind: 'deviceNews', news, device: device?.label ?? '' })
  }

  private wake(): void {
    clearTimeout(this.linger)
    clearTimeout(this.rest)
    this.resting = false
  }

  private stop(): void {
    this.wake()
    this.drop()
    this.ear.sleep()
  }

  private drop(): void {
    const { source } = this
    this.unwatch()
    this.source = CLOSED
    if (source.state !== 'live') return
    stopTracks(source.stream)
    this.ear.detach()
    this.report({ kind: 'microphone', live: false })
  }
}

const stopTracks = (stream: MediaStream): void => stream.getTracks().forEach((track) => track.stop())

/** The event does not come again for who listens late. */
const hasEnded = (stream: MediaStream): boolean => stream.getAudioTracks().some((track) => track.readyState === 'ended')

const isSame = (one: MicrophoneSettings, other: MicrophoneSettings): boolean => JSON.stringify(one) === JSON.stringify(other)
