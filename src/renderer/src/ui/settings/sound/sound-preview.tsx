import { useCallback, useEffect } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { Group } from '../fields/group'
import { LevelMeter, RestingMeter } from '../../parts/level-meter'
import './sound-preview.css'

interface SoundPreviewProps {
  readonly preview: AssistantView['microphonePreview']
  readonly preferences: Pick<SettingsApi, 'previewMicrophone' | 'onLoudness'>
}

/** Whether the microphone hears. It is open only while that is asked for: until it is ended, left, or half a minute is over. */
export function SoundPreview({ preview, preferences }: SoundPreviewProps) {
  const { previewMicrophone, onLoudness } = preferences
  useEffect(() => {
    const leave = () => previewMicrophone(false)
    const hide = () => document.visibilityState === 'hidden' && leave()
    document.addEventListener('visibilitychange', hide)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      leave()
    }
  }, [previewMicrophone])
  const on = preview === 'on'
  const follow = useCallback((show: (level: number) => void) => onLoudness(({ input }) => show(input)), [onLoudness])
  return (
    <Group label={say('settings.level')} hint={on ? say('settings.test-about') : undefined} problem={preview === 'on' || preview === 'off' ? null : errorWords(preview)}>
      <div className="sound-preview">
        {on ? <LevelMeter follow={follow} testId="sound-meter" /> : <RestingMeter />}
        <Button onClick={() => previewMicrophone(!on)} data-testid="try-microphone" aria-label={say(on ? 'settings.stop-test' : 'settings.test-microphone')}>{say(on ? 'common.stop' : 'settings.test-short')}</Button>
      </div>
    </Group>
  )
}
