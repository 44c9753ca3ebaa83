import './words/language'
import { createRoot } from 'react-dom/client'
import { preferences } from './settings-bridge'
import { createSettingsStore } from './state/settings/settings-store'
import { Page } from './ui/parts/page'
import { SettingsWindow } from './ui/settings/settings-window'
import { say } from '../../shared/words/say'

document.title = say('windows.settings')

const root = document.getElementById('root')
if (root === null) throw new Error('settings.html has no #root')

const store = createSettingsStore(preferences)
void store.load()

createRoot(root).render(
  <Page>
    <SettingsWindow store={store} preferences={preferences} />
  </Page>,
)
