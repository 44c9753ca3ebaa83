import type { WaveTrail } from './wave-trail'

export interface WaveInk {
  readonly heard: string
  readonly said: string
}

/** What there is to draw with. */
export interface WaveLook {
  readonly ink: WaveInk
  /** Canvas px for a CSS px. */
  readonly ratio: number
  /** Nothing shall flow: every bar shows the present. */
  readonly still: boolean
}

/** CSS px. */
const STEP = 5
const BAR = 3
/** What the talk button covers, from the middle. */
const HIDDEN = 34

const fade = (bar: number, count: number): number => Math.max(0.08, 1 - bar / count)

/** Bars left and right of the middle, newest next to it. Answers whether there is any to be seen. */
export function drawWave(pen: CanvasRenderingContext2D, trail: WaveTrail, { ink, ratio, still }: WaveLook): boolean {
  const { width, height } = pen.canvas
  const [middle, base, reach] = [width / 2, height / 2, height / 2 - ratio]
  const count = Math.ceil((middle / ratio - HIDDEN) / STEP)
  let seen = false
  pen.clearRect(0, 0, width, height)
  for (let bar = 0; bar < count; bar += 1) {
    const back = still ? 0 : bar
    const away = (HIDDEN + bar * STEP) * ratio
    pen.globalAlpha = fade(bar, count)
    const up = bars(pen, ink.heard, trail.heardAt(back) * -reach, middle, base, away, ratio)
    const down = bars(pen, ink.said, trail.saidAt(back) * reach, middle, base, away, ratio)
    seen ||= up || down
  }
  pen.globalAlpha = 1
  return seen
}

function bars(pen: CanvasRenderingContext2D, colour: string, size: number, middle: number, base: number, away: number, ratio: number): boolean {
  if (Math.abs(size) < ratio * 0.5) return false
  pen.fillStyle = colour
  pen.fillRect(middle + away, base, BAR * ratio, size)
  pen.fillRect(middle - away - BAR * ratio, base, BAR * ratio, size)
  return true
}
