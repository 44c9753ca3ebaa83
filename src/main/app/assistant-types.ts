import type { AppError } from '../../shared/errors/errors'
import type { ImageId } from '../../shared/ids'
import type { ImageFile } from '../../shared/images/images'
import type { PageName } from '../../shared/ipc/channel'
import type { Result } from '../../shared/result'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { AssistantView, ViewSnapshot } from '../../shared/view'
import type { IpcDoor, PushToPage } from './ipc-door'
import type { Confirm } from './confirm-port'
import type { FileChooser } from './feature-files'
import type { MenuPart } from './feature-menu'
import type { SecretStore, SettingsStore } from './ports'
import type { HistoryStore } from '../history/core/ports'
import type { HotkeySource } from '../hotkeys/core/ports'
import type { AudioPort, Logger, Timers, TraceSink, WallClock } from '../platform/ports'
import type { RealtimeTransport } from '../providers/core/transport-port'
import type { DuckingPort, SoundServerEvents, SystemSoundSource } from '../sound/core/ports'
import type { FindPractice } from '../providers/endpoint-target'
import type { FirstRunParts } from '../onboarding/first-run'
import type { Presence } from './presence'
import type { TalkVerbs } from './talk-verbs'
import type { HistorySinks } from '../history/conversation-history'
import type { ViewSinks } from './view/view-publisher'

/** Everything the assistant needs of the world. */
export interface AssistantParts {
  readonly transport: RealtimeTransport
  readonly audio: AudioPort
  readonly systemSound: SystemSoundSource
  readonly ducking: DuckingPort
  readonly soundEvents: SoundServerEvents
  readonly hotkeys: HotkeySource
  readonly secretStore: SecretStore
  /** Keys a developer's environment brings, by host. */
  readonly environmentSecrets: Readonly<Record<string, string>>
  readonly settingsStore: SettingsStore
  readonly timers: Timers
  readonly wallClock: WallClock
  /** A fresh id, sortable by time, that means nothing outside. */
  readonly mint: () => string
  readonly history: HistoryStore
  /** Where the history lies, for people who want to know. */
  readonly historyFolder: string
  readonly files: FileChooser
  readonly historySinks: HistorySinks
  /** To the pages that are there. */
  readonly push: PushToPage
  /** To the clipboard. */
  readonly copy: (text: string) => void
  /** A question that main draws. */
  readonly confirm: Confirm
  /** Told every key that is used, so that none can be written down. */
  readonly secretUsed: (secret: string) => void
  /** It was forgotten: nothing may be the last to hold it. */
  readonly secretGone: (secret: string) => void
  /** 0..1, the dice for delays. */
  readonly random: () => number
  readonly logger: Logger
  readonly trace: TraceSink
  readonly practice: FindPractice
  readonly restoreBudgetChars?: number
  /** Below which no `expires_at` is believed; left out but for tests of sessions of seconds. */
  readonly shortestLifeMs?: number
  readonly platform: string
  readonly sinks: ViewSinks
  /** While a key is recorded: what is down now, as people read it. */
  readonly keysHeld: (labels: readonly string[]) => void
  /** The key that opens the panel was pressed. */
  readonly panelAsked: () => void
  /** The talk key in the first steps, where it is tried. */
  readonly keyTried: FirstRunParts['keyTried']
}

/** What doors may ask for: the on-screen button, the tray and the windows all enter here. What a page asks of a feature, its routes answer. */
export interface Assistant extends Presence, TalkVerbs {
  start(): Promise<void>
  /** Nothing is left on, and what must be written is written. */
  stop(): Promise<void>
  /** Everything its pages may ask for. */
  routes(door: IpcDoor, showPanel: () => void): void
  /** Any image that was shown, is about to be, or is in the history; null: there is none. */
  image(image: ImageId): Promise<ImageFile | null>
  updateSettings(patch: SettingsPatch): Result<Settings, AppError>
  /** What features add to the tray's menu. */
  menu(): readonly MenuPart[]
  /** Whoever recorded a key is not in front any more. */
  leaveRecording(): void
  notify(error: AppError): void
  view(): AssistantView
  snapshot(): ViewSnapshot
  /** The last words of whoever speaks now. */
  tail(): string
  /** The page's audio host is there (again) and knows nothing yet. */
  audioReady(): void
  /** Nobody looks at what it showed, and it wants nothing any more. */
  pageClosed(page: PageName): void
  /** The panel's page died: its microphone and loudspeaker are gone with it. */
  pageLost(): void
}
