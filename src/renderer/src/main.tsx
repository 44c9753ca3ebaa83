import './words/language'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { createAudioHost } from './audio/audio-host'
import { MicrophonePreview } from './audio/capture/microphone-preview'
import { assistant } from './bridge'
import { serveScaling } from './images/serve-scaling'
import { createViewStore } from './state/panel/view-store'
import { Page } from './ui/parts/page'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

/** Nothing is animated for nobody (base.css). */
assistant.onSeen((seen) => root.ownerDocument.documentElement.toggleAttribute('data-unseen', !seen))

serveScaling(assistant)

const store = createViewStore(assistant)
void store.load()

/** Without capture and playback the page still shows and types; main puts the words to it. */
const host = createAudioHost(assistant)
host.start().catch(() => assistant.reportAudio({ kind: 'speakerFailed' }))

/** Only this page may see devices; the settings page is told of them. */
const tellDevices = () => assistant.tellDevices(host.devices.get())
host.devices.subscribe(tellDevices)
tellDevices()

/** For the first steps, where it is opened without a turn. */
const preview = new MicrophonePreview(host.registry)

createRoot(root).render(
  <Page>
    <App assistant={assistant} store={store} levels={host.levels} heard={host.heard} sound={{ preview, devices: host.devices }} />
  </Page>,
)
