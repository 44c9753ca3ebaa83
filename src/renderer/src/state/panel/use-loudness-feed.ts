import { useEffect } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import { LEVEL_READING_MS, type Levels } from '../../../../shared/audio/levels'
import type { AssistantView } from '../../../../shared/view'
import { followLoudness } from './loudness'

/** Only this page has sound; the floating indicator and the settings are told how loud it is, while they show it and something sounds. */
export function useLoudnessFeed(levels: Levels, tell: AssistantApi['tellLoudness'], view: AssistantView | null): void {
  const sounds = view !== null && view.settings.indicator !== 'off' && (view.phase !== 'idle' || view.mode === 'hands-free')
  const wanted = sounds || view?.microphonePreview === 'on'
  useEffect(() => {
    if (!wanted) return
    const end = followLoudness(levels, LEVEL_READING_MS, tell)
    return () => {
      end()
      tell({ input: 0, output: 0 })
    }
  }, [levels, tell, wanted])
}
