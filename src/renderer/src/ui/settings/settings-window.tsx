import { useMemo } from 'react'
import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import type { SettingsPageState } from '../../../../shared/ipc/settings'
import { say } from '../../../../shared/words/say'
import { statusWordsOf } from '../../words/status-words'
import type { SettingsStore } from '../../state/settings/settings-store'
import { useStore } from '../../store/use-store'
import { StatusMark } from '../parts/mark/status-mark'
import { NoticeBar } from '../parts/notice-bar'
import { SideTabs } from '../parts/tabs/side-tabs'
import { Loading, LoadFailed } from '../parts/layers/splash'
import { saveWith } from './fields/save'
import { settingsSections } from './sections'
import './settings-window.css'

interface SettingsWindowProps {
  readonly store: SettingsStore
  readonly preferences: SettingsApi
}

/** Everything is kept as soon as it is changed or left; there is nothing to confirm. */
export function SettingsWindow({ store, preferences }: SettingsWindowProps) {
  const state = useStore(store)
  const save = useMemo(() => saveWith(preferences), [preferences])
  if (state.status === 'loading') return <Loading />
  if (state.status === 'failed') return <LoadFailed error={state.error} retry={() => void store.load()} />
  const sections = settingsSections({ view: state.view, preferences, save, devices: state.devices })
  const choose = (tab: string) => {
    const found = sections.find(({ id }) => id === tab)
    if (found !== undefined) store.choose(found.id)
  }
  return (
    <main className="settings" data-testid="settings">
      <SideTabs label={say('common.settings')} tabs={sections} tab={state.section} choose={choose} foot={<State view={state.view} />} />
      <NoticeBar notice={state.view.notice} dismiss={preferences.dismissNotice} />
    </main>
  )
}

/** The state is told here too: the talk key works whatever window is in front. */
function State({ view }: Pick<SettingsPageState, 'view'>) {
  const { status, title } = statusWordsOf(view)
  return (
    <div className="settings-state">
      <StatusMark status={status} />
      <p role="status" aria-live="polite" data-testid="state-line" data-state={status}>{title}</p>
    </div>
  )
}
