import { useCallback, useEffect, useState } from 'react'
import type { AssistantApi } from '../../shared/ipc/apis/assistant-api'
import type { SettingsSection } from '../../shared/ipc/settings'
import type { HeardFeed } from '../../shared/audio/heard-readings'
import type { Levels } from '../../shared/audio/levels'
import { useStore } from './store/use-store'
import type { ViewStore } from './state/panel/view-store'
import { FirstRun, type FirstRunSound } from './ui/onboarding/first-run'
import { useFirstStep } from './ui/onboarding/use-first-step'
import { Panel } from './ui/panel/panel'
import { useLoudnessFeed } from './state/panel/use-loudness-feed'
import { Loading, LoadFailed } from './ui/parts/layers/splash'
import { useHideKey } from './ui/parts/layers/use-hide-key'

interface AppProps {
  readonly assistant: AssistantApi
  readonly store: ViewStore
  readonly levels: Levels
  readonly heard: HeardFeed
  readonly sound: FirstRunSound
}

export function App({ assistant, store, levels, heard, sound }: AppProps) {
  const state = useStore(store)
  const [draft, setDraft] = useState('')
  useEffect(() => {
    window.addEventListener('online', assistant.networkOnline)
    return () => window.removeEventListener('online', assistant.networkOnline)
  }, [assistant])
  useLoudnessFeed(levels, assistant.tellLoudness, state.status === 'ready' ? state.view : null)
  useHideKey(assistant.hidePanel)
  const { step, go } = useFirstStep(state.status === 'ready' ? state.view.settings.onboarding : 'done', assistant)
  const openSettings = useCallback((section?: SettingsSection) => assistant.openSettings(section ?? null), [assistant])
  const devices = useStore(sound.devices)
  if (state.status === 'loading') return <Loading />
  if (state.status === 'failed') return <LoadFailed error={state.error} retry={() => void store.load()} />
  if (step !== 'done') return <FirstRun step={step} go={go} view={state.view} items={state.items} sound={sound} assistant={assistant} />
  return <Panel view={state.view} items={state.items} assistant={assistant} levels={levels} heard={heard} devices={devices} openSettings={openSettings} draft={draft} setDraft={setDraft} />
}
