import { createRoot } from 'react-dom/client'
import { App } from './app'
import { startAudioHost } from './audio/audio-host'
import { watchDevices } from './audio/devices'
import { MicrophoneEar } from './audio/microphone-ear'
import { assistant } from './bridge'
import { createViewStore } from './state/view-store'
import type { WaveLevels } from './ui/panel/waveform'
import { Page } from './ui/parts/page'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const store = createViewStore(assistant)
void store.load()

/** Without ears and mouth the page still shows and types; main puts the words to it. */
startAudioHost(assistant).catch(() => assistant.reportAudio({ kind: 'speakerFailed' }))

const SILENT: WaveLevels = { input: { rms: 0 }, output: { rms: 0 }, watch: () => () => undefined }

/** Only this page may see devices; the settings page is told of them. */
watchDevices(({ microphones, speakers }) => assistant.tellDevices({ microphones: [...microphones], speakers: [...speakers] }))

/** For the first steps, where it is opened without a turn. */
const ear = new MicrophoneEar()

createRoot(root).render(
  <Page>
    <App assistant={assistant} store={store} levels={SILENT} sound={{ ear, watchMicrophones: watchDevices }} />
  </Page>,
)
