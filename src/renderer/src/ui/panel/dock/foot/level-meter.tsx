import { useEffect, useRef } from 'react'
import { LEVEL_READING_MS, type Levels } from '../../../../../../shared/audio/levels'
import type { AssistantApi } from '../../../../../../shared/ipc/apis/assistant-api'
import { say } from '../../../../../../shared/words/say'
import { loudnessOf } from '../../../../state/panel/loudness'
import { every } from '../../../../time/page-timers'
import '../../../settings/sound/sound-meter.css'

interface LevelMeterProps {
  readonly levels: Levels
  /** Nobody speaks: the microphone must be opened to be looked at, for as long as this is shown. */
  readonly preview: boolean
  readonly previewMicrophone: AssistantApi['previewMicrophone']
}

/** How loud the microphone is. Past React: a state for each reading would draw the whole screen. */
export function LevelMeter({ levels, preview, previewMicrophone }: LevelMeterProps) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!preview) return
    previewMicrophone(true)
    return () => previewMicrophone(false)
  }, [preview, previewMicrophone])
  useEffect(() => {
    const unwatch = levels.watch()
    const end = every(LEVEL_READING_MS, () => {
      const level = loudnessOf(levels.input.rms)
      bar.current?.style.setProperty('--level', level.toFixed(3))
      bar.current?.setAttribute('aria-valuenow', String(Math.round(level * 100)))
    })
    return () => {
      end()
      unwatch()
    }
  }, [levels])
  return (
    <div className="menu-level">
      <div ref={bar} className="sound-meter" role="meter" aria-label={say('settings.level')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} data-testid="microphone-level">
        <span />
      </div>
    </div>
  )
}
