import { createRoot } from 'react-dom/client'
import { App } from './app'
import { startAudioHost } from './audio/audio-host'
import { watchDevices } from './audio/devices'
import { assistant } from './bridge'
import { createViewStore } from './state/view-store'
import { CrashGuard } from './ui/parts/crash-guard'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const store = createViewStore(assistant)
void store.load()

/** Without ears and mouth the page still shows and types; main puts the words to it. */
startAudioHost(assistant).catch(() => assistant.reportAudio({ kind: 'speakerFailed' }))

createRoot(root).render(
  <CrashGuard>
    <App assistant={assistant} store={store} watchDevices={watchDevices} />
  </CrashGuard>,
)
