import type { DeviceLists } from '../../shared/audio/sound-settings'
import type { IndicatorView } from '../../shared/ipc/windows'
import type { Loudness } from '../../shared/ipc/sound'
import type { SettingsPageState, SettingsSection } from '../../shared/ipc/settings'
import type { Settings } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'
import { createPush } from '../ipc/push'
import type { Pages } from './pages'
import type { Windows } from './windows'

interface Source {
  readonly view: () => AssistantView
  readonly tail: () => string
  /** Remembers where the indicator is. */
  readonly put: (place: NonNullable<Settings['indicatorPlace']>) => void
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
  devicesFound(devices: DeviceLists): void
  loudnessMeasured(loudness: Loudness): void
}

export function createShow({ settings, indicator }: Windows, pages: Pages, source: Source): Show {
  const pushSettings = createPush(() => pages.page('settings'))
  const pushIndicator = createPush(() => pages.page('indicator'))
  let devices: DeviceLists = { microphones: [], speakers: [], systemMicrophone: null, systemSpeaker: null }
  let section: SettingsSection = 'general'
  let tail = ''
  const indicatorView = (): IndicatorView => ({ view: source.view(), tail: source.tail() })
  return {
    viewChanged: (view) => {
      pushSettings('view', view)
      indicator.show(view)
      tail = source.tail()
      if (pages.page('indicator') !== null) pushIndicator('indicator', { view, tail })
    },
    itemsChanged: () => {
      if (pages.page('indicator') === null) return
      const now = source.tail()
      if (now !== tail) pushIndicator('indicator', indicatorView())
      tail = now
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
      const place = indicator.place()
      if (done && place !== null) source.put(place)
    },
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
