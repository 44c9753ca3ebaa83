import { FRAME_SAMPLES } from '../../../../shared/audio/audio-format'

/** Takes one frame. It must copy what it keeps: the packer fills the same array again. Posting to a port copies. */
export type FrameSink = (pcm: Int16Array) => void

/** Cuts a stream of float samples into Int16 frames of FRAME_SAMPLES; the last one of a stream may be shorter. */
export class FramePacker {
  private readonly frame = new Int16Array(FRAME_SAMPLES)
  private filled = 0

  constructor(private readonly sink: FrameSink) {}

  /** Packs `count` samples of `input`, beginning with `from`. */
  push(input: Float32Array, count: number, from = 0): void {
    for (let at = from; at < from + count; at += 1) {
      this.frame[this.filled] = toInt16(input[at] ?? 0)
      this.filled += 1
      if (this.filled === FRAME_SAMPLES) this.emit(this.frame)
    }
  }

  /** Gives away what is there. A copy of its own, since a port would send the whole buffer behind a mere view. */
  flush(): void {
    if (this.filled > 0) this.emit(this.frame.slice(0, this.filled))
  }

  clear(): void {
    this.filled = 0
  }

  private emit(pcm: Int16Array): void {
    this.filled = 0
    this.sink(pcm)
  }
}

/** Full scale is 32768 both ways, so Int16 → float → Int16 is the identity. NaN becomes silence. */
function toInt16(sample: number): number {
  const scaled = Math.round(sample * 32_768)
  if (scaled > 32_767) return 32_767
  return scaled < -32_768 ? -32_768 : scaled
}
