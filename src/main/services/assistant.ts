import { appError, type AppError } from '../../shared/errors'
import type { ImageId } from '../../shared/ids'
import type { ImageFile } from '../../shared/images'
import { err, ok, type Result } from '../../shared/result'
import type { Settings, SettingsPatch, TalkMode } from '../../shared/settings'
import type { AssistantView, SecretPlace, ViewSnapshot } from '../../shared/view'
import { isBusy } from '../core/turn/projection'
import type { AudioPort, HotkeyRegistration, HistoryStore, HotkeySource, Logger, RealtimeTransport, SecretStore, SettingsStore, Timers, TraceSink, WallClock } from '../core/ports'
import { endpointName, type PracticeAddress } from './endpoint-target'
import type { HistoryDesk } from './history-desk'
import type { FileChooser, HistoryJobs } from './history-jobs'
import { HotkeyService } from './hotkey-service'
import { Notices } from './notices'
import { Secrets } from './secrets'
import { SettingsService } from './settings-service'
import { createTalkImages } from './talk-images'
import { createTalkHistory, type HistorySinks, type TalkHistory } from './talk-history'
import { createTalkLoop } from './talk-loop'
import type { TalkLoop } from './talk-loop-types'
import { assistantView } from './view-projection'
import { ViewPublisher, type ViewSinks } from './view-publisher'

/** Everything the assistant needs of the world. */
export interface AssistantParts {
  readonly transport: RealtimeTransport
  readonly audio: AudioPort
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
  /** Learns every key that is used, so that none can be written down. */
  readonly secretUsed: (secret: string) => void
  /** 0..1, the dice for delays. */
  readonly random: () => number
  readonly logger: Logger
  readonly trace: TraceSink
  readonly practice: PracticeAddress
  readonly seedBudgetChars?: number
  readonly platform: string
  readonly sinks: ViewSinks
}

/** What doors may ask for: the on-screen button, the tray and the keys all enter here. */
export interface Assistant {
  start(): Promise<void>
  /** Nothing is left on, and what must be written is written. */
  stop(): Promise<void>
  press(): void
  release(): void
  cancel(): void
  setMode(mode: TalkMode): void
  /** With the images that wait; without words only where there are some. */
  sendText(text: string): Result<null, AppError>
  attachImage(name: string, bytes: Uint8Array): Result<null, AppError>
  detachImage(image: ImageId): void
  /** Any image that was shown, is about to be, or is in the history; null: there is none. */
  image(image: ImageId): Promise<ImageFile | null>
  updateSettings(patch: SettingsPatch): Result<Settings, AppError>
  enterSecret(secret: string): Promise<SecretPlace>
  forgetSecret(): Promise<SecretPlace>
  recordHotkey(which: 'talk' | 'mode'): Promise<string | null>
  retryConnection(): void
  dismissNotice(id: number): void
  notify(error: AppError): void
  snapshot(): ViewSnapshot
  /** The page's audio host is there (again) and knows nothing yet. */
  audioReady(): void
  /** A fresh conversation; the old one stays in the history. */
  newConversation(how: { readonly private: boolean }): void
  readonly desk: HistoryDesk
  readonly jobs: HistoryJobs
  /** Nobody can undo any more what was deleted there. */
  historyClosed(): void
  /** The machine woke up: no socket survived that. */
  resumed(): void
  networkOnline(): void
  /** Lock or sleep: held keys count as released. */
  keysLost(): void
  /** The page died: its microphone and loudspeaker are gone with it. */
  pageLost(): void
}

export function createAssistant(parts: AssistantParts): Assistant {
  const { settingsStore, trace, timers } = parts
  let talkKeyStyle: HotkeyRegistration['talkKeyStyle'] = 'none'
  const viewChanged = () => publisher.viewChanged()
  const notices = new Notices(parts.logger, viewChanged)
  const notify = (error: AppError) => {
    trace.mark('notice', { tag: error.tag })
    if (error.tag === 'speaker' && notices.current?.tag === 'speaker') return // one outage, one sentence
    notices.post(error)
    // Not through a loudspeaker that has just failed: it would fail again, and again.
    if (settings.current.earcons && error.tag !== 'speaker') parts.audio.earcon('error')
  }
  const secrets = new Secrets(parts.secretStore, parts.environmentSecrets, notify, parts.secretUsed)
  const settings: SettingsService = new SettingsService(settingsStore, {
    changeEndpoint: () => {
      kept.recorder.heldWith(endpointName(settings.current.endpoint))
      loop.reconnect('elsewhere')
    },
    reconnect: () => loop.reconnect(),
    reconfigure: () => loop.reconfigure(),
    rebindKeys: () => void rebind(),
    useSpeaker: () => parts.audio.useSpeaker(settings.current.speaker),
    keepingChanged: () => kept.keepingChanged(),
    changed: () => loop.settingsChanged(),
  })
  const images = createTalkImages({ store: parts.history, mint: parts.mint, changed: viewChanged })
  const { attachments } = images
  const newTalk = (secret: boolean) => {
    loop.openTalk([], () => {
      images.begin()
      kept.talk.begin(secret)
    })
  }
  const conversationChanged = () => publisher.conversationChanged()
  const kept: TalkHistory = createTalkHistory({
    ...parts,
    images,
    store: parts.history,
    folder: parts.historyFolder,
    sinks: parts.historySinks,
    settings: () => settings.current,
    endpointName: () => endpointName(settings.current.endpoint),
    notify,
    shownChanged: conversationChanged,
    openTalk: (rows, begin) => loop.openTalk(rows.map(({ item }) => item), () => {
      images.begin()
      begin()
    }),
    newTalk: () => newTalk(false),
    removeFromTalk: (item) => loop.removeItem(item),
    putBackInTalk: (item) => loop.putBackItem(item),
    sendSpeech: (pcm, draft) => loop.turns.submit({ kind: 'speech', pcm, draft }),
    handsFree: () => loop.handsFree.on,
  })
  const loop: TalkLoop = createTalkLoop({
    ...parts,
    secrets,
    images,
    settings: () => settings.current,
    notify,
    clearNotice: () => notices.clear(),
    connected: () => notices.connected(),
    viewChanged: () => {
      hotkeys.watchEscape(isBusy(loop.turns.state) || loop.handsFree.on)
      viewChanged()
    },
    drafts: kept.drafts,
    keeper: kept.keeper,
    replay: kept.replay,
    conversationId: () => kept.talk.id,
    saveStretch: (entry) => void parts.history.saveStretch(entry).then((saved) => saved.ok || notify(saved.error)),
    responded: ({ id, usage }) => kept.recorder.usage(id, usage),
    conversationChanged: () => {
      kept.note(loop.conversation.current)
      conversationChanged()
    },
  })
  const keys = new HotkeyService(parts.hotkeys, { ...loop.verbs, switchMode: () => loop.toggleMode(), phase: () => view().phase }, timers, notify)
  const hotkeys = parts.hotkeys
  const rebind = async () => {
    const { talkKey, modeKey } = settings.current
    talkKeyStyle = (await keys.bind(talkKey, modeKey)).talkKeyStyle
    viewChanged()
  }
  const view = (): AssistantView =>
    assistantView({
      ...loop.facts(),
      settings: settings.current,
      secret: secrets.placeOf(settings.current.endpoint),
      talkKeyStyle,
      notice: notices.current,
      private: kept.talk.isPrivate,
      attachments: attachments.list,
      platform: parts.platform,
    })
  const publisher = new ViewPublisher(view, () => ({ items: loop.conversation.current.items.map((item) => kept.recorder.shown(item)) }), parts.sinks, timers)
  const secretChanged = (place: SecretPlace): SecretPlace => {
    loop.reconnect()
    viewChanged()
    return place
  }

  let unwatch = (): void => undefined
  return {
    ...loop.verbs,
    start: async () => {
      unwatch = settingsStore.watch((read) => (read.ok ? settings.adopt(read.value) : notify(read.error)))
      if (settingsStore.damaged !== null) notify(settingsStore.damaged)
      await rebind()
      void kept.start() // the first talk does not wait for yesterday's
      loop.reconnect() // asks the keychain, which may ask the person; nothing waits for that
    },
    stop: async () => {
      unwatch()
      loop.stop()
      hotkeys.stop()
      await kept.stop()
    },
    setMode: (mode) => loop.setMode(mode),
    sendText: (text) => {
      if (text === '' && attachments.list.length === 0) return err(appError('unexpected', 'nothing to send'))
      loop.turns.submit({ kind: 'text', text })
      return ok(null)
    },
    attachImage: (name, bytes) => attachments.add(name, bytes),
    detachImage: (image) => attachments.remove(image),
    image: (image) => images.find(image),
    updateSettings: (patch) => settings.update(patch),
    enterSecret: async (secret) => secretChanged(await secrets.enter(settings.current.endpoint, secret)),
    forgetSecret: async () => secretChanged(await secrets.forget(settings.current.endpoint)),
    recordHotkey: (which) => hotkeys.record(which),
    retryConnection: () => loop.retryConnection(),
    dismissNotice: (id) => notices.dismiss(id),
    notify,
    snapshot: () => publisher.snapshot(),
    audioReady: () => parts.audio.useSpeaker(settings.current.speaker),
    newConversation: ({ private: secret }) => newTalk(secret),
    desk: kept.desk,
    jobs: kept.jobs,
    historyClosed: () => kept.desk.closed(),
    resumed: () => loop.resumed(),
    networkOnline: () => loop.networkBack(),
    keysLost: () => keys.lost(),
    pageLost: () => loop.pageLost(),
  }
}
