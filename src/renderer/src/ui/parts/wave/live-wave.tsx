import { useEffect, useRef } from 'react'
import { drawBars, WaveBars } from './wave-bars'
import { followLook, type Look } from './wave-surface'
import './live-wave.css'

interface LiveWaveProps {
  /** Tells every level, 0 to 1, until its answer is called. */
  readonly follow: (listener: (level: number) => void) => () => void
  /** CSS px. */
  readonly bar?: number
  readonly gap?: number
}

/** More than the widest window shows. */
const BARS = 320
/** Where nothing shall flow. */
const STILL_MS = 250

/** A voice as it comes, newest at the right. Decoration: it is not read out, and the level is told elsewhere where it matters. */
export function LiveWave({ follow, bar = 3, gap = 3 }: LiveWaveProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => (canvas.current === null ? undefined : animate(canvas.current, follow, { bar, gap })), [follow, bar, gap])
  return <canvas ref={canvas} className="live-wave" aria-hidden="true" data-testid="live-wave" />
}

/** One picture for each level: a frame without news would cost as much as one with it. */
function animate(canvas: HTMLCanvasElement, follow: LiveWaveProps['follow'], size: { readonly bar: number; readonly gap: number }): () => void {
  const [pen, bars] = [canvas.getContext('2d'), new WaveBars(BARS)]
  let look: Look | null = null
  let drawnAt = -Infinity
  const draw = () => {
    if (pen === null || look === null) return
    drawnAt = performance.now()
    drawBars(pen, bars, { ...size, ratio: look.ratio, colour: look.ink, still: look.still })
  }
  const unfollowLook = followLook(canvas, (now) => {
    look = now
    draw()
  })
  const unfollow = follow((level) => {
    bars.take(level)
    if (look?.still !== true || performance.now() - drawnAt >= STILL_MS) draw()
  })
  return () => {
    unfollow()
    unfollowLook()
  }
}
