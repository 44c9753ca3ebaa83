import type { AppError } from '../../shared/errors/errors'
import type { ImageId } from '../../shared/ids'
import type { ImageFile } from '../../shared/images/images'
import type { Result } from '../../shared/result'
import type { Settings, SettingsPatch, TalkMode } from '../../shared/settings'
import type { AssistantView, ViewSnapshot } from '../../shared/view'
import type { IpcDoor } from './ipc-door'
import type { Confirm } from './confirm-port'
import type { SecretStore, SettingsStore } from './ports'
import type { HistoryStore } from '../history/core/ports'
import type { HotkeySource } from '../hotkeys/core/ports'
import type { AudioPort, Logger, Timers, TraceSink, WallClock } from '../platform/ports'
import type { RealtimeTransport } from '../providers/core/transport-port'
import type { DuckingPort, SoundServerEvents, SystemSoundSource } from '../sound/core/ports'
import type { FindPractice } from '../providers/endpoint-target'
import type { FirstRun, FirstRunParts } from '../onboarding/first-run'
import type { HistoryActions } from '../history/history-actions'
import type { FileChooser, HistoryJobs } from '../history/history-jobs'
import type { MessageActions } from '../history/message-actions'
import type { Presence } from './presence'
import type { HistorySinks } from '../history/talk-history'
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
  /** To the clipboard. */
  readonly copy: (text: string) => void
  /** Learns every key that is used, so that none can be written down. */
  readonly confirm: Confirm
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
  /** The talk key in the first steps, where it is tried. */
  readonly keyTried: FirstRunParts['keyTried']
}

/** What doors may ask for: the on-screen button, the tray and the keys all enter here. */
export interface Assistant extends Presence {
  start(): Promise<void>
  /** Nothing is left on, and what must be written is written. */
  stop(): Promise<void>
  press(): void
  release(): void
  cancel(): void
  /** What was discarded a moment ago is sent after all. */
  undoCancel(): void
  setMode(mode: TalkMode): void
  /** With the images that wait; without words only where there are some. */
  sendText(text: string): Result<null, AppError>
  attachImage(name: string, bytes: Uint8Array): Result<null, AppError>
  detachImage(image: ImageId): void
  /** Everything its pages may ask for. */
  routes(door: IpcDoor, showPanel: () => void): void
  /** Any image that was shown, is about to be, or is in the history; null: there is none. */
  image(image: ImageId): Promise<ImageFile | null>
  updateSettings(patch: SettingsPatch): Result<Settings, AppError>
  recordHotkey(which: 'talk' | 'mode'): Promise<Result<string, AppError>>
  /** Whoever recorded a key is not in front any more. */
  leaveRecording(): void
  retryConnection(): void
  dismissNotice(id: number): void
  notify(error: AppError): void
  snapshot(): ViewSnapshot
  /** The page's audio host is there (again) and knows nothing yet. */
  audioReady(): void
  /** A fresh conversation; the old one stays in the history. */
  newConversation(how: { readonly private: boolean }): void
  readonly actions: HistoryActions
  readonly jobs: HistoryJobs
  readonly servers: FirstRun['servers']
  /** One message in the panel. */
  readonly messageActions: MessageActions
  view(): AssistantView
  /** The last words of whoever speaks now. */
  tail(): string
  /** Nobody can undo any more what was deleted there. */
  historyClosed(): void
  /** The microphone's level is looked at, or not any more. */
  previewMicrophone(on: boolean): void
  settingsClosed(): void
  networkOnline(): void
  /** The page died: its microphone and loudspeaker are gone with it. */
  pageLost(): void
}
