import type { AudioListener, AudioPort } from '../../src/main/platform/ports'
import type { ItemId, TurnId } from '../../src/shared/ids'
import { FakeLoudspeaker } from './fake-loudspeaker'
import type { FakeTimers } from './fake-timers'

const notByHand = () => {
  throw new Error('the loudspeaker runs: let time pass')
}
const HEARD_BY_THE_LOUDSPEAKER = { playbackStarted: notByHand, playbackDrained: notByHand, playbackOverflowed: notByHand, playbackStopped: notByHand }

/**
 * Capture and playback of a test. With `timers` it plays through the worklet's own queue, on their time, and tells what was heard;
 * without, a test says what was heard. What was captured a test says in any case.
 */
export class FakeAudioPort implements AudioPort {
  readonly calls: string[] = []
  readonly played = new Map<ItemId, Int16Array[]>()
  private listener: AudioListener | null = null
  private open: TurnId | null = null
  private readonly loudspeaker: FakeLoudspeaker | null

  /** `room`: how many chunks the player takes. */
  constructor(timers?: FakeTimers, room?: number) {
    this.loudspeaker = timers === undefined ? null : new FakeLoudspeaker(timers, () => this.listening, room)
  }

  /** As calls, with what a turn may take from before it, in samples. */
  readonly beforehand: string[] = []

  openCapture(turn: TurnId, _microphone: unknown, back: number): void {
    this.calls.push(`open ${turn}`)
    this.beforehand.push(`open ${turn} -${String(back)}`)
    this.open = turn
  }

  prepareCapture(_microphone: unknown, back: number): void {
    this.beforehand.push(`prepare -${String(back)}`)
  }

  abandonCapture(): void {
    this.beforehand.push('abandon')
  }

  keepReady(microphone: unknown): void {
    this.beforehand.push(microphone === null ? 'not ready' : 'ready')
  }

  closeCapture(turn: TurnId, tailSamples: number): void {
    this.calls.push(`close ${turn} +${String(tailSamples)}`)
    this.open = null
  }

  play(item: ItemId, pcm: Int16Array): void {
    this.played.set(item, [...(this.played.get(item) ?? []), pcm])
    this.loudspeaker?.receive({ type: 'write', item, pcm })
  }

  endItem(item: ItemId): void {
    this.calls.push(`end ${item}`)
    this.loudspeaker?.receive({ type: 'end', item })
  }

  dropItem(item: ItemId): void {
    this.calls.push(`drop ${item}`)
    this.loudspeaker?.receive({ type: 'drop', item })
  }

  stopPlayback(id: number): void {
    this.calls.push(`stop ${String(id)}`)
    this.loudspeaker?.receive({ type: 'stop', id })
  }

  previewMicrophone(): void {
    this.calls.push('try')
  }

  endMicrophonePreview(): void {
    this.calls.push('leave')
  }

  tellSystem(): void {
    this.calls.push('system')
  }

  useSpeaker(): void {
    this.calls.push('speaker')
  }

  setVolume(volume: number): void {
    this.calls.push(`volume ${String(volume)}`)
  }

  earcon(name: string): void {
    this.calls.push(`earcon ${name}`)
  }

  listen(listener: AudioListener): () => void {
    if (this.listener !== null) throw new Error('one listener is all there is')
    this.listener = listener
    return () => {
      this.listener = null
    }
  }

  /** The facts a worklet would report. Where the loudspeaker runs, what is heard is not a test's to say. */
  get facts(): AudioListener {
    return this.loudspeaker === null ? this.listening : { ...this.listening, ...HEARD_BY_THE_LOUDSPEAKER }
  }

  /** The loudspeaker, where it runs on the time of the test. */
  get speaker(): FakeLoudspeaker {
    if (this.loudspeaker === null) throw new Error('without timers no loudspeaker runs')
    return this.loudspeaker
  }

  private get listening(): AudioListener {
    if (this.listener === null) throw new Error('nobody listens')
    return this.listener
  }

  get openTurn(): TurnId | null {
    return this.open
  }

  samplesPlayed(item: ItemId): number {
    return (this.played.get(item) ?? []).reduce((sum, pcm) => sum + pcm.length, 0)
  }
}
