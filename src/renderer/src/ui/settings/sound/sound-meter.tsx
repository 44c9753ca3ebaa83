import { useEffect, useRef } from 'react'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import { say } from '../../../../../shared/words/say'
import './sound-meter.css'

export type OnLoudness = SettingsApi['onLoudness']

/** How loud the microphone is, as the panel tells it. Past React: a state for each reading would draw the whole screen. */
export function SoundMeter({ onLoudness }: { readonly onLoudness: OnLoudness }) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(
    () => onLoudness(({ input }) => {
      bar.current?.style.setProperty('--level', input.toFixed(3))
      bar.current?.setAttribute('aria-valuenow', String(Math.round(input * 100)))
    }),
    [onLoudness],
  )
  return (
    <div ref={bar} className="sound-meter" role="meter" aria-label={say('settings.level')} aria-valuemin={0} aria-valuemax={100} aria-valuenow={0} data-testid="sound-meter">
      <span />
    </div>
  )
}
