import { useEffect } from 'react'
import { errorWords } from '../../../../../shared/errors/error-words'
import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { SoundMeter } from './sound-meter'
import './sound-meter.css'

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
  return (
    <div className="sound-preview" role="group" aria-label={say('settings.test-microphone')}>
      <Button onClick={() => previewMicrophone(!on)} data-testid="try-microphone">{say(on ? 'settings.stop-test' : 'settings.test-microphone')}</Button>
      {on && <SoundMeter onLoudness={onLoudness} />}
      {on && <p className="field-hint">{say('settings.test-about')}</p>}
      <p role="alert" className="field-problem">{preview === 'on' || preview === 'off' ? null : errorWords(preview)}</p>
    </div>
  )
}
