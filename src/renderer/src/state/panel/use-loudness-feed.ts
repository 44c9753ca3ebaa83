import { useEffect } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import { LEVEL_READING_MS, type Levels } from '../../../../shared/audio/levels'
import type { AssistantView } from '../../../../shared/view'
import { loudnessOf } from './loudness'
import { every } from '../../time/page-timers'

/** Only this page has sound; the floating indicator and the settings are told how loud it is, while they show it and something sounds. */
export function useLoudnessFeed(levels: Levels, tell: AssistantApi['tellLoudness'], view: AssistantView | null): void {
  const sounds = view !== null && view.settings.indicator !== 'off' && (view.phase !== 'idle' || view.mode === 'hands-free')
  const wanted = sounds || view?.microphonePreview === 'on'
  useEffect(() => {
    if (!wanted) return
    const unwatch = levels.watch()
    const feed = () => tell({ input: loudnessOf(levels.input.rms), output: loudnessOf(levels.output.rms) })
    const end = every(LEVEL_READING_MS, feed)
    return () => {
      end()
      unwatch()
      tell({ input: 0, output: 0 })
    }
  }, [levels, tell, wanted])
}
