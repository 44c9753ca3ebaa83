import { useCallback } from 'react'
import { LEVEL_READING_MS } from '../../../../../shared/audio/levels'
import { every } from '../../../time/page-timers'
import { LevelMeter } from '../../parts/level-meter'
import type { MicrophonePreview } from './microphone-preview'

/** The left end of the bar: a quiet room. */
const FLOOR_DB = -60

/** 0..1 as people hear: in decibels. */
const shown = (peak: number): number => Math.min(1, Math.max(0, 1 - (20 * Math.log10(Math.max(peak, 1e-9))) / FLOOR_DB))

export function PreviewMeter({ preview }: { readonly preview: Pick<MicrophonePreview, 'peak'> }) {
  const follow = useCallback((show: (level: number) => void) => every(LEVEL_READING_MS, () => show(shown(preview.peak()))), [preview])
  return <LevelMeter follow={follow} testId="preview-meter" />
}
