import { useEffect, useRef } from 'react'
import type { Status } from '../../../../../shared/status'
import { LEVEL_READING_MS, type Levels } from '../../../../../shared/audio/levels'
import { every } from '../../../time/page-timers'
import { drawWave, type WaveLook } from './draw-wave'
import { followLook } from '../../parts/wave/wave-surface'
import { WaveTrail } from './wave-trail'
import './waveform.css'

interface WaveformProps {
  readonly levels: Levels
  readonly status: Status
  readonly playingClip: boolean
}

const SOUNDING: ReadonlySet<Status> = new Set<Status>(['opening', 'listening', 'sending', 'thinking', 'acting', 'asking', 'speaking', 'open'])

/** What is heard goes up, what is said goes down; both flow away from the talk button. Nothing moves while nothing sounds. */
export function Waveform({ levels, status, playingClip }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const sounds = playingClip || SOUNDING.has(status)
  useEffect(() => {
    const surface = canvas.current
    if (surface === null || !sounds) return
    return animate(surface, levels)
  }, [levels, sounds])
  return <canvas ref={canvas} className="waveform" aria-hidden="true" data-testid="waveform" data-sounds={sounds} />
}

/**
 * One picture for each reading, each a whole bar further: a frame without news would cost as much as one with it, and there may be no
 * graphics card to draw it. Runs until the answer is called; then what is on the canvas goes with it.
 */
function animate(canvas: HTMLCanvasElement, levels: Levels): () => void {
  const unwatch = levels.watch()
  const pen = canvas.getContext('2d')
  const trail = new WaveTrail()
  let look: WaveLook | null = null
  let drawn = false
  const draw = () => {
    if (pen !== null && look !== null) drawn = drawWave(pen, trail, look)
  }
  const unfollow = followLook(canvas, (now) => {
    look = now
    draw()
  })
  const end = every(LEVEL_READING_MS, () => {
    trail.take(levels.input.rms, levels.output.rms)
    if (drawn || trail.heardAt(0) + trail.saidAt(0) > 0) draw()
  })
  return () => {
    end()
    unfollow()
    unwatch()
    pen?.clearRect(0, 0, canvas.width, canvas.height)
  }
}
