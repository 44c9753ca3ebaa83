import { classifyMicrophoneError } from '../../../shared/classify-error'
import type { ErrorTag } from '../../../shared/errors'
import type { AudioReport } from '../../../shared/ipc/contract'
import { err, ok, type Result } from '../../../shared/result'
import type { DeviceChoice } from '../../../shared/settings'
import { errorName } from './microphone'

/** Where a stream goes: the graph around the capture worklet. */
export interface Ear {
  /** Whether samples flow; false when they do not within a bound. */
  run(): Promise<boolean>
  attach(stream: MediaStream): void
  detach(): void
  /** Costs nothing until the next `run`. */
  sleep(): void
}

/** The microphones of this machine. */
export interface Microphones {
  /** Resolves once it delivers; rejects with a DOMException. */
  open(microphone: DeviceChoice | null): Promise<MediaStream>
  isPluggedIn(microphone: DeviceChoice | null): Promise<boolean>
}

/** Each change makes a new object, so `this.source === source` tells whether an answer is still wanted. */
type Source =
  | { readonly state: 'closed' }
  | { readonly state: 'opening'; readonly microphone: DeviceChoice | null }
  | { readonly state: 'live'; readonly microphone: DeviceChoice | null; readonly stream: MediaStream }

const CLOSED: Source = { state: 'closed' }
/** Chromium tells of some changes only to those who ask: without a sound event of the system, nobody would notice a pulled plug. */
const WATCH_MS = 1_000

/** Owns the microphone: opens it when a turn needs it, keeps it warm a while, and really lets it go. Gates are the worklet's. */
export class Capture {
  private source: Source = CLOSED
  /** The turn that needs the microphone; null once its gate has been closed. */
  private turn: string | null = null
  private linger: ReturnType<typeof setTimeout> | undefined
  private watch: ReturnType<typeof setInterval> | undefined

  constructor(
    private readonly ear: Ear,
    private readonly microphones: Microphones,
    private readonly report: (report: AudioReport) => void,
  ) {}

  acquire(turn: string, microphone: DeviceChoice | null): void {
    clearTimeout(this.linger)
    this.turn = turn
    const { source } = this
    if (source.state === 'closed' || !isSame(source.microphone, microphone)) return void this.start(microphone)
    if (source.state === 'live') void this.check(source)
  }

  release(lingerMs: number): void {
    clearTimeout(this.linger)
    this.turn = null
    this.linger = setTimeout(() => this.stop(), lingerMs)
  }

  /** Devices came or went. */
  async devicesChanged(): Promise<void> {
    const { source } = this
    if (source.state !== 'live') return
    const there = await this.microphones.isPluggedIn(source.microphone)
    if (!there && this.source === source) this.fail('mic-lost')
  }

  private async start(microphone: DeviceChoice | null): Promise<void> {
    this.drop()
    const opening: Source = { state: 'opening', microphone }
    this.source = opening
    const [opened, runs] = await Promise.all([this.tryOpen(microphone), this.ear.run()])
    if (this.source !== opening) return opened.ok ? stopTracks(opened.value) : undefined
    if (!opened.ok) return this.fail(opened.error)
    this.live(microphone, opened.value)
    if (hasEnded(opened.value)) return this.fail('mic-lost')
    if (!runs) this.fail('mic-busy')
  }

  private tryOpen(microphone: DeviceChoice | null): Promise<Result<MediaStream, ErrorTag>> {
    return this.microphones.open(microphone).then(ok, (error: unknown) => err(classifyMicrophoneError(errorName(error))))
  }

  private live(microphone: DeviceChoice | null, stream: MediaStream): void {
    const live: Source = { state: 'live', microphone, stream }
    this.source = live
    const lost = () => this.source === live && this.fail('mic-lost')
    stream.getAudioTracks().forEach((track) => track.addEventListener('ended', lost))
    this.ear.attach(stream)
    this.watch = setInterval(() => void this.devicesChanged(), WATCH_MS)
    this.report({ kind: 'microphone', live: true })
  }

  /** A warm microphone, but the system may have put the context to sleep. */
  private async check(live: Source): Promise<void> {
    const runs = await this.ear.run()
    if (!runs && this.source === live) this.fail('mic-busy')
  }

  private fail(tag: ErrorTag): void {
    const { turn } = this
    this.turn = null
    clearTimeout(this.linger)
    this.stop()
    if (turn !== null) this.report({ kind: 'captureFailed', turn, tag })
  }

  private stop(): void {
    this.drop()
    this.ear.sleep()
  }

  private drop(): void {
    const { source } = this
    clearInterval(this.watch)
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

const isSame = (one: DeviceChoice | null, other: DeviceChoice | null): boolean => one?.id === other?.id && one?.label === other?.label
