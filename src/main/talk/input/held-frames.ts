import { SAMPLE_RATE_HZ } from '../../../shared/audio/audio-format'
import { LONGEST_TURN_SAMPLES } from '../../../shared/longest-turn'
import { samplesIn, type Undelivered } from './input-socket'

/** The longest turn fits, with what came before its press and its tail; what is older has been sent long ago. 17.6 MB. */
const MAX_SAMPLES = LONGEST_TURN_SAMPLES + 5 * SAMPLE_RATE_HZ

/** The frames of the running turn, sent or not, by reference and in order. */
export class HeldFrames {
  /** So many samples of them are from before the press. */
  early = 0
  private frames: Int16Array[] = []
  private samples = 0
  private sent = 0

  push(pcm: Int16Array): void {
    this.frames.push(pcm)
    this.samples += pcm.length
    if (this.samples > MAX_SAMPLES) this.forgetSent()
  }

  /** A whole speech, in pieces of a second: one event takes 15 MiB. */
  load(pcm: Int16Array): void {
    for (let at = 0; at < pcm.length; at += SAMPLE_RATE_HZ) this.frames.push(pcm.subarray(at, at + SAMPLE_RATE_HZ))
    this.samples = pcm.length
  }

  get all(): Undelivered {
    return { frames: this.frames, samples: this.samples }
  }

  /** The next frame that was not sent; from now on it was. */
  next(): Int16Array | undefined {
    const pcm = this.frames[this.sent]
    if (pcm !== undefined) this.sent += 1
    return pcm
  }

  /** Another session: what was sent, answered here, goes out again. */
  rewind(): readonly Int16Array[] {
    const again = this.frames.slice(0, this.sent)
    this.sent = 0
    return again
  }

  clear(): void {
    this.early = 0
    this.frames = []
    this.samples = 0
    this.sent = 0
  }

  private forgetSent(): void {
    this.frames = this.frames.slice(this.sent)
    this.samples = samplesIn(this.frames)
    this.sent = 0
  }
}
