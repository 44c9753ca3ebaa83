import { useEffect, useRef } from 'react'
import type { Face } from '../../../../shared/face'
import { drawWave, type WaveInk } from './draw-wave'
import { WaveTrail } from './wave-trail'
import './waveform.css'

/** RMS, linear: 1 is full scale. */
interface Loud {
  readonly rms: number
}

/** How loud it is, in and out: plain objects that change by themselves. */
export interface WaveLevels {
  readonly input: Loud
  readonly output: Loud
  /** Measuring goes on while anybody watches; the answer ends the watching. */
  watch(): () => void
}

interface WaveformProps {
  readonly levels: WaveLevels
  readonly face: Face
  readonly replaying: boolean
}

const SOUNDING: ReadonlySet<Face> = new Set<Face>(['opening', 'listening', 'sending', 'thinking', 'speaking', 'open'])

/** What is heard goes up, what is said goes down; both flow away from the talk button. Nothing moves while nothing sounds. */
export function Waveform({ levels, face, replaying }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const sounds = replaying || SOUNDING.has(face)
  useEffect(() => {
    const surface = canvas.current
    if (surface === null || !sounds) return
    return animate(surface, levels)
  }, [levels, sounds])
  return <canvas ref={canvas} className="waveform" aria-hidden="true" data-testid="waveform" data-sounds={sounds} />
}

/** Runs until the answer is called; then what is on the canvas goes with it. */
function animate(canvas: HTMLCanvasElement, levels: WaveLevels): () => void {
  const unwatch = levels.watch()
  const pen = canvas.getContext('2d')
  const trail = new WaveTrail()
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches
  let frame = 0
  const draw = (now: number) => {
    frame = requestAnimationFrame(draw)
    trail.read(now, levels.input.rms, levels.output.rms)
    if (pen !== null) drawWave(pen, trail, inkOf(canvas), fit(canvas), still ? 0 : trail.fraction(now), still)
  }
  frame = requestAnimationFrame(draw)
  return () => {
    cancelAnimationFrame(frame)
    unwatch()
    pen?.clearRect(0, 0, canvas.width, canvas.height)
  }
}

/** One canvas pixel for one of the screen's. Answers the ratio. */
function fit(canvas: HTMLCanvasElement): number {
  const ratio = window.devicePixelRatio
  const [width, height] = [Math.round(canvas.clientWidth * ratio), Math.round(canvas.clientHeight * ratio)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  return ratio
}

/** The tokens, resolved by the style system: a canvas knows no variables. */
function inkOf(canvas: HTMLCanvasElement): WaveInk {
  const { color, outlineColor } = getComputedStyle(canvas)
  return { heard: color, said: outlineColor }
}
