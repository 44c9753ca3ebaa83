import type { Confirm } from '../../../src/main/app/confirm-port'
import type { JoinFeature } from '../../../src/main/app/feature'
import type { Logger, TraceSink } from '../../../src/main/platform/ports'
import { shippedFeatures, wholeApp, type WholeParts } from '../../fakes/whole-app'
import { FakeAudioPort } from '../../fakes/fake-audio-port'
import { FakeHistoryStore } from '../../fakes/fake-history-store'
import { FakeTimers } from '../../fakes/fake-timers'
import { FakeTransport } from '../../fakes/fake-transport'
import { fakeHistoryParts } from '../../fakes/fake-history-parts'
import { fakeSoundSystem } from '../../fakes/fake-sound-system'
import { FakeHotkeys, fakeSecretStore, fakeSettingsStore, noTrace, silentLogger } from '../../fakes/fake-world'

export const settled = () => new Promise((resolve) => setImmediate(resolve))

/** The whole main side over a server that the test plays. */
export async function assistantWith(settings: Parameters<typeof fakeSettingsStore>[0] = {}, logger: Logger = silentLogger, confirm: Confirm = () => Promise.resolve(true), trace: TraceSink = noTrace, ...joining: readonly JoinFeature[]) {
  const transport = new FakeTransport()
  const timers = new FakeTimers()
  const history = new FakeHistoryStore('new')
  const [audio, hotkeys] = [new FakeAudioPort(), new FakeHotkeys()]
  const parts: WholeParts = {
    transport,
    audio,
    hotkeys,
    secretStore: fakeSecretStore(),
    environmentSecrets: {},
    confirm,
    secretUsed: () => undefined,
    secretGone: () => undefined,
    settingsStore: fakeSettingsStore(settings),
    timers,
    random: () => 1,
    logger,
    trace,
    practice: () => Promise.resolve({ url: 'ws://127.0.0.1:9/v1/realtime', token: 't' }),
    platform: 'linux',
    keyTried: () => undefined,
    ...fakeSoundSystem,
    ...fakeHistoryParts(history),
    keysHeld: () => undefined,
    panelAsked: () => undefined,
    sinks: { view: () => undefined, items: () => undefined },
  }
  const sut = joining.length > 0 ? wholeApp(parts, joining, shippedFeatures) : wholeApp(parts) // who joins, joins the whole of what ships
  await sut.start()
  await settled()
  return { sut, transport, timers, audio, hotkeys, history, view: () => sut.snapshot().view }
}
