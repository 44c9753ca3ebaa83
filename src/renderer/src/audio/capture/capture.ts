import { classifyMicrophoneError } from '../../../../shared/errors/classify-error'
import type { ErrorTag } from '../../../../shared/errors/errors'
import type { AudioReport } from '../../../../shared/ipc/sound'
import { err, ok, type Result } from '../../../../shared/result'
import type { MicrophoneSettings } from '../../../../shared/audio/sound-settings'
import { Deadline } from '../../../../shared/time/deadline'
import { pageTimers } from '../../time/page-timers'
import { type CaptureSink, isSame, type Live, type Microphones, type Opening, type OpenMicrophone, type Source } from './capture-ports'
import { errorName } from './microphone'
import { MicrophoneNews } from './microphone-news'
import { hasEnded, stopTracks } from './streams'

/** The tail of a turn is 150 ms, behind a page that may be busy. */
const REST_AFTER_MS = 1_000

const CLOSED: Source = { state: 'closed' }

/** Owns the microphone: opens it when somebody needs it, keeps it warm a while, and really lets it go. Gates are the worklet's. */
export class Capture {
  private source: Source = CLOSED
  /** The turn that needs the microphone; null once its gate has been closed. */
  private turn: string | null = null
  /** Somebody wants to see its level, without a turn. */
  private previewing = false
  /** A turn may follow: the key is down, and nobody knows yet what for. */
  private prepared = false
  /** Open between turns, too, by the person's wish; null: not. */
  private ready: MicrophoneSettings | null = null
  /** What the sink hears, or will. */
  private stream: MediaStream | null = null
  private readonly linger = new Deadline(pageTimers, () => this.settle())
  private readonly rest = new Deadline(pageTimers, () => this.improve())
  /** Warm, and the tail of the last turn is surely in. */
  private resting = false
  private unwatch = () => {}
  private readonly news: MicrophoneNews

  constructor(
    private readonly sink: CaptureSink,
    private readonly microphones: Microphones,
    private readonly report: (report: AudioReport) => void,
  ) {
    this.news = new MicrophoneNews(microphones, report)
  }

  acquire(turn: string, wish: MicrophoneSettings): void {
    this.wake()
    this.turn = turn
    this.prepared = false
    this.use(wish)
  }

  release(lingerMs: number): void {
    this.wake()
    this.turn = null
    if (this.previewing) return
    this.rest.renew(REST_AFTER_MS)
    this.linger.renew(lingerMs)
  }

  /** The key is down. A Bluetooth microphone waits until it is known what for: to open it spoils what its headset plays. */
  prepare(wish: MicrophoneSettings): void {
    if (this.turn !== null || !this.isQuick(wish)) return
    this.wake()
    this.prepared = true
    this.use(wish)
  }

  /** It was for nothing of ours: what was opened for it closes at once, also what was still warm. */
  abandon(): void {
    this.prepared = false
    this.settle()
  }

  /** Open between turns, or not any more. */
  keepReady(wish: MicrophoneSettings | null): void {
    this.ready = wish
    if (this.turn !== null || this.previewing || this.prepared) return
    if (wish === null || this.microphones.isSlow(wish)) return this.settle()
    this.wake()
    this.rest.renew(REST_AFTER_MS)
    this.use(wish)
  }

  /** Opens the microphone for nobody's turn; `previewFailed` is reported if that cannot be. */
  preview(wish: MicrophoneSettings): void {
    this.wake()
    this.previewing = true
    this.sink.show(true)
    if (this.turn === null) this.use(wish) // a turn's microphone is not taken from it
  }

  /** At once: whoever has looked at a meter wants to see the indicator go off. */
  endPreview(): void {
    if (!this.previewing) return
    this.clearPreview()
    this.settle()
    if (this.source.state !== 'closed') this.keepReady(this.ready) // by the settings, not as it was tried
  }

  /**
   * Devices came or went. PulseAudio does not end the track of a microphone that was pulled: it moves it to any other source, if
   * need be to what the loudspeaker plays.
   */
  devicesChanged(): void {
    const { source } = this
    if (source.state === 'closed' && this.ready !== null) this.keepReady(this.ready)
    if (source.state !== 'live') return
    if (!this.microphones.has(source.device)) this.lost(source)
    else if (this.microphones.standIn(source.device) !== source.standIn) this.use(source.wish) // as it is open it gives nothing: in mid-turn, too
    else if (this.resting) this.improve()
  }

  /** Between two turns is the time to change: the next one must not begin at one microphone and go on at another. */
  private improve(): void {
    const { source } = this
    this.resting = true
    if (source.state === 'live' && !this.isBest(source) && this.isQuick(source.wish)) void this.start(source.wish, null)
  }

  /** May be opened before anybody is sure to need it. */
  private isQuick(wish: MicrophoneSettings): boolean {
    const { source } = this
    return (source.state === 'live' && isSame(source.wish, wish) && this.isBest(source)) || !this.microphones.isSlow(wish)
  }

  private get isNeeded(): boolean {
    const { source } = this
    const isSlow = source.state === 'live' && source.device !== null && this.microphones.isBluetooth(source.device)
    return this.turn !== null || this.previewing || this.prepared || (this.ready !== null && !isSlow)
  }

  /** What nobody needs is closed now. */
  private settle(): void {
    if (!this.isNeeded && this.source.state !== 'closed') this.stop()
  }

  private isBest({ wish, device, standIn }: Live): boolean {
    return this.microphones.best(wish)?.id === device?.id && this.microphones.standIn(device) === standIn
  }

  /** Nothing but digital silence has come for a while. */
  silent(): void {
    if (this.turn !== null && this.source.state === 'live') this.news.silent(this.source.device)
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
    if (this.isNeeded) return void this.start(live.wish, live)
    this.stop()
    void this.news.willBeReplaced(live)
  }

  private async start(wish: MicrophoneSettings, lost: Live | null): Promise<void> {
    this.drop()
    const opening: Opening = { state: 'opening', wish, lost }
    this.source = opening
    const [opened, runs] = await Promise.all([this.tryOpen(opening), this.sink.run()])
    if (this.source !== opening) return opened.ok ? stopTracks(opened.value.stream) : undefined
    if (!opened.ok) return this.fail(opened.error)
    this.live(wish, opened.value)
    if (hasEnded(opened.value.stream)) return this.fail('mic-lost')
    if (!runs) return this.fail('mic-busy')
    if (lost !== null) this.news.replaced(lost, opened.value.device)
  }

  private tryOpen(opening: Opening): Promise<Result<OpenMicrophone, ErrorTag>> {
    const { wish, lost } = opening
    const arrived = (stream: MediaStream) => {
      if (this.source !== opening) return
      this.stream = stream
      this.sink.attach(stream, wish.channel)
    }
    return this.microphones.open(wish, lost?.device ?? null, arrived).then(ok, (error: unknown) => err(classifyMicrophoneError(errorName(error))))
  }

  private live(wish: MicrophoneSettings, opened: OpenMicrophone): void {
    const live: Source = { state: 'live', wish, ...opened }
    this.source = live
    const lost = () => this.source === live && this.lost(live)
    opened.stream.getAudioTracks().forEach((track) => track.addEventListener('ended', lost))
    this.sink.flows()
    this.unwatch = this.microphones.watch(() => this.devicesChanged())
    this.report({ kind: 'microphone', live: true })
    this.news.opened(opened)
  }

  /** A warm microphone, but the system may have put the context to sleep. */
  private async check(live: Live): Promise<void> {
    if (!(await this.sink.run()) && this.source === live) this.fail('mic-busy')
  }

  private fail(tag: ErrorTag): void {
    const { turn, previewing, source } = this
    const replaces = source.state === 'opening' && source.lost !== null
    this.turn = null
    this.prepared = false
    this.clearPreview()
    if (replaces) this.sink.detach() // the key may have come up meanwhile, and the gate waits for a tail that will not come
    this.stop()
    const reason = replaces ? 'mic-lost' : tag
    if (turn !== null) this.report({ kind: 'captureFailed', turn, tag: reason })
    if (previewing) this.report({ kind: 'previewFailed', tag: reason })
  }

  private clearPreview(): void {
    this.previewing = false
    this.sink.show(false)
  }

  private wake(): void {
    this.linger.stop()
    this.rest.stop()
    this.resting = false
  }

  private stop(): void {
    this.wake()
    this.drop()
    this.sink.sleep()
  }

  private drop(): void {
    const { source } = this
    this.unwatch()
    this.source = CLOSED
    if (this.stream === null) return
    stopTracks(this.stream)
    this.stream = null
    this.sink.detach()
    if (source.state === 'live') this.report({ kind: 'microphone', live: false })
  }
}
