import { PlaybackQueue } from '../../../../src/renderer/src/audio/playback/playback-queue'
import type { AudioListener, AudioPort } from '../../../../src/main/platform/ports'
import { itemId, type ItemId, type TurnId } from '../../../../src/shared/ids'
import type { PlaybackFact } from '../../../../src/shared/ipc/audio-ports'

const FRAME_SAMPLES = 480
/** Both bytes of each sample are the same, so a mark survives a delta that is cut at an odd byte. */
const MARK = 0x0101

export interface Sounding {
  /** What the loudspeaker's samples say, whatever the ids say: the number of the answer. */
  readonly mark: number
  readonly clip: boolean
}

/** `length` samples that say `mark` (1 to 127). */
export const marked = (mark: number, length: number): Int16Array => new Int16Array(length).fill(mark * MARK)

/** A page without a page: the worklet's own queue in front of a loudspeaker that is listened to, and a microphone that hears `mark`. */
export class HonestPage implements AudioPort {
  readonly #queue = new PlaybackQueue((fact) => this.#tell(fact))
  readonly #output = new Float32Array(FRAME_SAMPLES)
  #listener: AudioListener | null = null
  #capture: { turn: TurnId; samples: number; ready: boolean; tail: number | null } | null = null
  #playing: string | null = null
  #drained: string | null = null
  #facts: (() => void)[] = []
  /** What is said at this moment; 0: silence. */
  voice = 0
  sounding: Sounding | null = null
  heard = new Map<number, number>()

  get isOpen(): boolean {
    return this.#capture !== null && this.#capture.tail === null
  }

  get isListening(): boolean {
    return this.#capture !== null
  }

  get isBusy(): boolean {
    return this.#queue.busy || this.sounding !== null || this.#capture !== null || this.#facts.length > 0
  }

  openCapture(turn: TurnId): void {
    this.#capture = { turn, samples: 0, ready: false, tail: null }
  }

  closeCapture(turn: TurnId, tailSamples: number): void {
    if (this.#capture?.turn === turn) this.#capture.tail = tailSamples
  }

  play(item: ItemId, pcm: Int16Array): void {
    this.#queue.receive({ type: 'write', item, pcm })
  }

  endItem(item: ItemId): void {
    this.#queue.receive({ type: 'end', item })
  }

  dropItem(item: ItemId): void {
    this.#queue.receive({ type: 'drop', item })
  }

  stopPlayback(id: number): void {
    this.#queue.receive({ type: 'stop', id })
    this.#playing = null
  }

  listen(listener: AudioListener): () => void {
    this.#listener = listener
    return () => (this.#listener = null)
  }

  prepareCapture(): void {}
  abandonCapture(): void {}
  keepReady(): void {}
  previewMicrophone(): void {}
  endMicrophonePreview(): void {}
  tellSystem(): void {}
  useSpeaker(): void {}
  setVolume(): void {}
  earcon(): void {}

  /** 20 ms of both. Facts reach main one quantum later, as they come over a port. */
  quantum(): void {
    for (const fact of this.#facts.splice(0)) fact()
    this.#render()
    this.#hear()
  }

  #render(): void {
    if (this.#drained === this.#playing) this.#playing = null // not before: what drained was heard in that quantum
    this.#output.fill(0)
    this.#queue.render(this.#output)
    const [first = 0, second = 0] = this.#output
    // A slope to silence has no two samples alike; what plays has.
    const mark = first !== 0 && first === second ? Math.round((first * 32_768) / MARK) : 0
    this.sounding = mark === 0 ? null : { mark, clip: this.#playing?.startsWith('clip_') === true }
    if (this.sounding?.clip === false) this.heard.set(mark, (this.heard.get(mark) ?? 0) + FRAME_SAMPLES)
  }

  #hear(): void {
    const capture = this.#capture
    if (capture === null) return
    const listener = this.#listener
    if (!capture.ready) {
      capture.ready = true
      this.#facts.push(() => listener?.captureReady(capture.turn))
      return
    }
    if (capture.tail !== null && capture.tail <= 0) {
      this.#capture = null
      this.#facts.push(() => listener?.captureClosed(capture.turn, capture.samples))
      return
    }
    if (capture.tail !== null) capture.tail -= FRAME_SAMPLES
    capture.samples += FRAME_SAMPLES
    const pcm = marked(this.voice, FRAME_SAMPLES)
    this.#facts.push(() => listener?.captureFrame(capture.turn, pcm))
  }

  #tell(fact: PlaybackFact): void {
    if (fact.type === 'started') this.#playing = fact.item
    if (fact.type === 'drained') this.#drained = fact.item
    this.#facts.push(() => this.#pass(fact))
  }

  #pass(fact: PlaybackFact): void {
    if (fact.type === 'started') this.#listener?.playbackStarted(itemId(fact.item))
    if (fact.type === 'drained') this.#listener?.playbackDrained(itemId(fact.item), fact.heardSamples, fact.underruns)
    if (fact.type === 'stopped') this.#listener?.playbackStopped(fact.id, fact.heard, fact.renderedAfterStop)
  }
}
