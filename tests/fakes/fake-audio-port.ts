import type { AudioListener, AudioPort } from '../../src/main/platform/ports'
import type { ItemId, TurnId } from '../../src/shared/ids'

/** Ears and mouth of a test. It renders nothing by itself: a test says what was heard, and a wrong id is an error. */
export class FakeAudioPort implements AudioPort {
  readonly calls: string[] = []
  readonly played = new Map<ItemId, Int16Array[]>()
  private listener: AudioListener | null = null
  private open: TurnId | null = null

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
  }

  endItem(item: ItemId): void {
    this.calls.push(`end ${item}`)
  }

  dropItem(item: ItemId): void {
    this.calls.push(`drop ${item}`)
  }

  stopPlayback(id: number): void {
    this.calls.push(`stop ${String(id)}`)
  }

  tryMicrophone(): void {
    this.calls.push('try')
  }

  leaveMicrophone(): void {
    this.calls.push('leave')
  }

  tellSystem(): void {
    this.calls.push('system')
  }

  useSpeaker(): void {
    this.calls.push('speaker')
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

  /** The facts a worklet would report. */
  get facts(): AudioListener {
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
