/** The last levels, newest first to ask for. Made once; nothing is allocated after that. */
export class WaveBars {
  private readonly ring: Float32Array
  private count = 0

  constructor(bars: number) {
    this.ring = new Float32Array(bars)
  }

  /** 0 to 1, as the eye wants it: everything older moves on by one bar. */
  take(level: number): void {
    this.ring[this.count % this.ring.length] = level
    this.count += 1
  }

  at(back: number): number {
    const { length } = this.ring
    return back < Math.min(this.count, length) ? (this.ring[(this.count - 1 - back) % length] ?? 0) : 0
  }
}

export interface BarLook {
  /** Canvas px for a CSS px. */
  readonly ratio: number
  readonly colour: string
  /** Nothing shall flow: every bar shows the present, in a shape of its own. */
  readonly still: boolean
  /** CSS px. */
  readonly bar: number
  readonly gap: number
}

const STILL_SHAPE = [0.5, 0.8, 1, 0.7, 0.9, 0.6] as const
/** A bar of nothing is a dot: the wave is there before the first word. */
const LEAST = 1

/** The newest at the right. */
export function drawBars(pen: CanvasRenderingContext2D, bars: WaveBars, { ratio, colour, still, bar, gap }: BarLook): void {
  const { width, height } = pen.canvas
  const [wide, step] = [bar * ratio, (bar + gap) * ratio]
  pen.clearRect(0, 0, width, height)
  pen.fillStyle = colour
  pen.beginPath()
  for (let back = 0; width - back * step >= wide; back += 1) {
    const level = still ? bars.at(0) * (STILL_SHAPE[back % STILL_SHAPE.length] ?? 1) : bars.at(back)
    const high = Math.max(wide * LEAST, level * height)
    pen.roundRect(width - back * step - wide, (height - high) / 2, wide, high, wide / 2)
  }
  pen.fill()
}
