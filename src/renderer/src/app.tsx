import { useCallback, useEffect, useState } from 'react'
import type { AssistantApi } from '../../shared/ipc/assistant-api'
import type { PushMessages } from '../../shared/ipc/contract'
import { useView } from './state/use-view'
import type { ViewStore } from './state/view-store'
import { Panel } from './ui/panel/panel'
import { Loading, LoadFailed } from './ui/parts/splash'
import { useHideKey } from './ui/parts/use-hide-key'
import { SettingsScreen } from './ui/settings/settings-screen'
import type { WatchDevices } from './ui/settings/sound-fields'
import './ui/base.css'

interface AppProps {
  readonly assistant: AssistantApi
  readonly store: ViewStore
  readonly watchDevices: WatchDevices
}

type Screen = PushMessages['show']

export function App({ assistant, store, watchDevices }: AppProps) {
  const state = useView(store)
  const [screen, setScreen] = useState<Screen>('conversation')
  const [draft, setDraft] = useState('')
  const show = useCallback((next: Screen) => {
    if (next !== screen) keepEntry()
    setScreen(next)
  }, [screen])
  useEffect(() => assistant.onShow(show), [assistant, show])
  useEffect(() => {
    window.addEventListener('online', assistant.networkOnline)
    return () => window.removeEventListener('online', assistant.networkOnline)
  }, [assistant])
  useHideKey(assistant.hidePanel)
  const openSettings = useCallback(() => show('settings'), [show])
  const close = useCallback(() => show('conversation'), [show])
  if (state.status === 'loading') return <Loading />
  if (state.status === 'failed') return <LoadFailed error={state.error} retry={() => void store.load()} />
  if (screen === 'settings') return <SettingsScreen view={state.view} assistant={assistant} watchDevices={watchDevices} close={close} />
  return <Panel view={state.view} items={state.items} assistant={assistant} openSettings={openSettings} draft={draft} setDraft={setDraft} />
}

/** A field that is taken away never hears that it was left, and what was typed would be lost. */
function keepEntry(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
