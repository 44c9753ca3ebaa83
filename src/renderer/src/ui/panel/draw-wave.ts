import type { WaveTrail } from './wave-trail'

export interface WaveInk {
  readonly heard: string
  readonly said: string
}

/** CSS px. */
const STEP = 5
const BAR = 3
/** What the talk button covers, from the middle. */
const HIDDEN = 34

/**
 * Bars left and right of the middle, newest next to it. `ratio`: canvas px for a CSS px; `slide`: how far between two bars the
 * trail has moved; `still`: every bar shows the present.
 */
export function drawWave(pen: CanvasRenderingContext2D, trail: WaveTrail, ink: WaveInk, ratio: number, slide: number, still: boolean): void {
  const { width, height } = pen.canvas
  const [middle, base, reach] = [width / 2, height / 2, height / 2 - ratio]
  const count = Math.ceil((middle / ratio - HIDDEN) / STEP)
  pen.clearRect(0, 0, width, height)
  for (let bar = 0; bar < count; bar += 1) {
    const back = still ? 0 : bar
    const away = (HIDDEN + (bar + slide) * STEP) * ratio
    pen.globalAlpha = fade(bar, count)
    bars(pen, ink.heard, trail.heardAt(back) * -reach, middle, base, away, ratio)
    bars(pen, ink.said, trail.saidAt(back) * reach, middle, base, away, ratio)
  }
  pen.globalAlpha = 1
}

const fade = (bar: number, count: number): number => Math.max(0.08, 1 - bar / count)

function bars(pen: CanvasRenderingContext2D, colour: string, size: number, middle: number, base: number, away: number, ratio: number): void {
  if (Math.abs(size) < ratio * 0.5) return
  pen.fillStyle = colour
  pen.fillRect(middle + away, base, BAR * ratio, size)
  pen.fillRect(middle - away - BAR * ratio, base, BAR * ratio, size)
}
