import { useEffect, useRef } from 'react'
import { LEVEL_READING_MS } from '../../../../../shared/audio/levels'
import { say } from '../../../../../shared/words/say'
import { every } from '../../../time/page-timers'
import type { MicrophonePreview } from './microphone-preview'
import './preview-meter.css'

/** The left end of the bar: a quiet room. */
const FLOOR_DB = -60

/** 0..1 as people hear: in decibels. */
const shown = (peak: number): number => Math.min(1, Math.max(0, 1 - (20 * Math.log10(Math.max(peak, 1e-9))) / FLOOR_DB))

/** How loud it is now. Past React: a state for each reading would draw the whole screen. */
export function PreviewMeter({ preview }: { readonly preview: Pick<MicrophonePreview, 'peak'> }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const draw = () => {
      const level = shown(preview.peak())
      bar.current?.style.setProperty('--level', level.toFixed(3))
      bar.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)))
    }
    return every(LEVEL_READING_MS, draw)
  }, [preview])
  return (
    <div ref={bar} className="preview-meter" role="meter" aria-label={say('first-run.meter')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} data-testid="preview-meter">
      <i />
    </div>
  )
}
