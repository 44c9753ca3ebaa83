import type { DeviceLists } from '../../shared/audio/sound-settings'
import type { IndicatorView } from '../../shared/ipc/windows'
import type { Loudness } from '../../shared/ipc/sound'
import type { SettingsPageState, SettingsSection } from '../../shared/ipc/settings'
import type { PillPlace } from '../../shared/settings/look'
import type { AssistantView } from '../../shared/view'
import { createPush } from '../ipc/push'
import type { Pages } from './pages'
import type { Windows } from './windows'

interface Source {
  readonly view: () => AssistantView
  readonly tail: () => string
  /** Remembers where the indicator is. */
  readonly put: (places: readonly PillPlace[]) => void
}

/** What the windows beside the panel and the history are told, and what they ask for. */
export interface Show {
  viewChanged(view: AssistantView): void
  itemsChanged(): void
  /** While a key is recorded. */
  keysHeld(labels: readonly string[]): void
  openSettings(section: SettingsSection | null): void
  settingsState(): SettingsPageState
  indicatorView(): IndicatorView
  moveIndicator(by: { readonly dx: number; readonly dy: number; readonly done: boolean }): void
  pointIndicator(pointed: boolean): void
  devicesFound(devices: DeviceLists): void
  loudnessMeasured(loudness: Loudness): void
}

/** What is being said, and when nothing happens, why not: the pill makes room for either. */
const hasWords = (view: AssistantView, tail: string): boolean => (view.phase === 'speaking' ? tail !== '' : view.phase === 'idle' && (view.notice !== null || view.slip !== null))

export function createShow({ settings, indicator }: Windows, pages: Pages, source: Source): Show {
  const pushSettings = createPush(() => pages.page('settings'))
  const pushIndicator = createPush(() => pages.page('indicator'))
  let devices: DeviceLists = { microphones: [], speakers: [], systemMicrophone: null, systemSpeaker: null }
  let section: SettingsSection = 'general'
  let tail = ''
  const indicatorView = (): IndicatorView => ({ view: source.view(), tail: source.tail() })
  indicator.followGone(() => pushIndicator('indicator', indicatorView()))
  return {
    viewChanged: (view) => {
      pushSettings('view', view)
      tail = source.tail()
      if (indicator.show(view, hasWords(view, tail))) pushIndicator('indicator', { view, tail })
    },
    itemsChanged: () => {
      if (!indicator.isSeen()) return
      const now = source.tail()
      if (now === tail) return
      tail = now
      const view = source.view()
      if (indicator.show(view, hasWords(view, tail))) pushIndicator('indicator', { view, tail })
    },
    keysHeld: (labels) => pushSettings('hotkey:held', labels),
    openSettings: (wanted) => {
      section = wanted ?? section
      pushSettings('settings:section', section)
      settings.show()
    },
    settingsState: () => ({ view: source.view(), devices, section }),
    indicatorView,
    moveIndicator: ({ dx, dy, done }) => {
      indicator.moveBy(dx, dy)
      const places = indicator.places()
      if (done && places !== null) source.put(places)
    },
    pointIndicator: (pointed) => indicator.point(pointed),
    devicesFound: (devicesNow) => {
      devices = devicesNow
      pushSettings('devices', devicesNow)
    },
    loudnessMeasured: (loudness) => {
      pushSettings('loudness', loudness)
      pushIndicator('loudness', loudness)
    },
  }
}
