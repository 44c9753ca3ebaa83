import { appError } from '../../shared/errors/errors'
import { err, ok } from '../../shared/result'
import type { TalkMode } from '../../shared/settings'
import type { AssistantView } from '../../shared/view'
import { isBusy, isTaking, turnPhase } from '../talk/core/turn/projection'
import { stageBoundMs } from '../talk/core/turn/tuning'
import type { Assistant, AssistantParts } from './assistant-types'
import { endpointName } from '../providers/endpoint-target'
import { createOnboardingFeature } from '../onboarding/onboarding-feature'
import { MessageActions } from '../history/message-actions'
import { createPresence } from './presence'
import { Secrets } from './secrets/secrets'
import { SettingsService } from './settings/settings-service'
import { createSoundFeature } from '../sound/sound-feature'
import { createImagesFeature } from '../images/images-feature'
import { createTalkHistory, type TalkHistory } from '../history/talk-history'
import { createHotkeysFeature, type HotkeysFeature } from '../hotkeys/hotkeys-feature'
import { createHistoryFeature } from '../history/history-feature'
import { appRoutes } from './app-routes'
import type { Feature } from './feature'
import { talkExtensions } from './talk-extensions'
import { talkReaction } from './settings/talk-settings'
import { talkRoutes } from './talk-routes'
import { conversationTail } from './view/conversation-tail'
import { createTalk, type Talk } from '../talk/talk'
import { Summarizer } from '../summary/summarizer'
import { reach } from '../providers/reach'
import { createNotifier } from './notifier'
import type { Submission } from '../talk/turn-controller'
import { ClipPlayer } from '../talk/output/clip-player'
import { TurnReminder } from '../talk/input/turn-reminder'
import { talkView } from './view/view-projection'
import { ViewPublisher } from './view/view-publisher'

export type { Assistant } from './assistant-types'

export function createAssistant(parts: AssistantParts): Assistant {
  const { settingsStore, timers } = parts
  const viewChanged = () => publisher.viewChanged()
  const settings = new SettingsService(settingsStore)
  const { notices, earcon, notify } = createNotifier({ ...parts, settings, changed: viewChanged })
  const secrets = new Secrets(parts.secretStore, parts.environmentSecrets, notify, parts.secretUsed, parts.secretGone)
  const pictures = createImagesFeature({ store: parts.history, mint: parts.mint, changed: viewChanged })
  const { images } = pictures
  const { attachments } = images
  const sound = createSoundFeature({ ...parts, settings: () => settings.current, changed: viewChanged })
  const { preview, around } = sound
  const newConversation = (secret: boolean) => {
    loop.undo.withdraw() // it belonged to the talk before
    loop.openConversation([], () => {
      images.begin()
      kept.talk.begin(secret)
    })
  }
  const onboarding = createOnboardingFeature({ ...parts, settings, secrets, newConversation, holdMode: () => loop.handsFree.on && loop.setMode('hold'), secretChanged: () => {
    loop.reconnect()
    viewChanged()
  } })
  const { first } = onboarding
  const submit = (what: Submission) => {
    const refusal = loop.submit(what)
    if (refusal !== null) notify(refusal)
  }
  const conversationChanged = () => publisher.conversationChanged()
  let playingClip: string | null = null
  const watchEscape = () => parts.hotkeys.watchEscape(isBusy(loop.turns.state) || loop.handsFree.on || loop.facts().playing || playingClip !== null)
  const clips = new ClipPlayer(parts.audio, (playing) => {
    playingClip = playing
    parts.historySinks.playing(playing)
    watchEscape()
    viewChanged()
  })
  const kept: TalkHistory = createTalkHistory({
    ...parts,
    images,
    store: parts.history,
    folder: parts.historyFolder,
    sinks: parts.historySinks,
    clips,
    settings: first.talking,
    endpointName: () => endpointName(first.talking().endpoint),
    notify,
    shownChanged: conversationChanged,
    openConversation: (rows, begin) => {
      loop.undo.withdraw()
      loop.openConversation(rows.map(({ item }) => item), () => {
        images.begin()
        begin()
      })
    },
    newConversation: () => newConversation(false),
    removeFromConversation: (item) => loop.removeItem(item),
    putBackInConversation: (item) => loop.putBackItem(item),
    sendSpeech: (pcm, draft) => submit({ kind: 'speech', pcm, draft }),
    handsFree: () => loop.handsFree.on,
  })
  const summary = new Summarizer(timers, parts.logger)
  const loop: Talk = createTalk({
    ...parts,
    target: async () => {
      const found = await reach(first.talking(), secrets, parts.practice)
      viewChanged() // now it is known where the key is
      return found
    },
    imageUrls: images.cache,
    settings: first.talking,
    notify,
    devicesChanged: () => around.evaluate(),
    previewFailed: (tag) => preview.failed(tag),
    pressUnsure: () => hotkeys.keys.service.unsure,
    clearNotice: () => notices.clear(),
    connected: () => notices.connected(),
    viewChanged: () => {
      const { state } = loop.turns
      around.follow(turnPhase(state))
      watchEscape()
      hotkeys.keys.service.evaluate(isTaking(turnPhase(state)))
      reminder.evaluate(state)
      viewChanged()
    },
    drafts: kept.drafts,
    clips,
  }, talkExtensions({ ...parts, kept, images, summary, settings: first.talking, notify, conversationChanged }))
  summary.start(loop.beside)
  const hotkeys: HotkeysFeature = createHotkeysFeature({
    ...parts,
    verbs: first.keysAround({ ...loop.verbs, switchMode: () => switchTo(loop.handsFree.on ? 'hold' : 'hands-free'), phase: () => view().phase }),
    settings: () => settings.current,
    handsFree: () => loop.handsFree.on,
    notify,
    changed: viewChanged,
  })
  const { keys } = hotkeys
  const reminder = new TurnReminder(timers, () => stageBoundMs('listening', settings.current), () => {
    earcon('ending')
    viewChanged()
  })
  const view = (): AssistantView => ({
    ...talkView({ ...loop.facts(), undoMs: loop.undo.leftMs }),
    ...hotkeys.view(),
    ...pictures.view(),
    ...history.view(),
    ...sound.view(),
    turnEndsInMs: reminder.leftMs,
    endpointName: endpointName(settings.current.endpoint),
    secret: secrets.placeOf(settings.current.endpoint),
    notice: notices.current,
    traced: parts.trace.traced,
    playingClip,
    settings: settings.current,
  })
  const publisher = new ViewPublisher(view, () => ({ items: loop.conversation.current.items.map((item) => kept.recorder.shown(item)) }), parts.sinks, timers)
  const messageActions = new MessageActions({
    actions: kept.actions,
    removed: kept.removed,
    talk: () => kept.talk.id,
    items: () => loop.conversation.current.items,
    isOurs: (id) => loop.conversation.ours.some((item) => item.id === id),
    removeFromConversation: (item) => loop.removeItem(item),
    putBackInConversation: (item) => loop.putBackItem(item),
    refusal: () => loop.refusal(),
    submit,
    copy: parts.copy,
  })
  const history = createHistoryFeature({ store: parts.history, kept, messageActions, updateSettings: (patch) => settings.update(patch) })
  /** In the order in which they begin, and hear of a change of settings. */
  const features: readonly Feature[] = [hotkeys, pictures, history, onboarding, sound]
  settings.follow(
    talkReaction({ talk: loop, elsewhere: () => kept.recorder.heldWith(endpointName(first.talking().endpoint)) }),
    ...features.flatMap((feature) => feature.settings ?? []),
    { part: 'all', changed: () => loop.settingsChanged() },
  )
  /** Hands-free streams the room: not to a server that no person has named to main. */
  const switchTo = (mode: TalkMode) => (mode === 'hands-free' ? first.servers.whenConfirmed(() => loop.setMode(mode)) : loop.setMode(mode))
  /** A page that is gone had no time to say that nobody looks at its meter, or waits for a key, any more. */
  const pageClosed = () => {
    preview.set(false)
    parts.hotkeys.leaveRecording()
  }

  let unwatch = (): void => undefined
  const assistant: Assistant = {
    ...loop.verbs,
    ...createPresence({ keys: keys.service, readiness: loop.readiness, loop }),
    start: async () => {
      unwatch = settingsStore.watch((read) => (read.ok ? settings.adopt(read.value) : notify(read.error)))
      if (settingsStore.damaged !== null) notify(settingsStore.damaged)
      for (const feature of features) await feature.start?.()
      loop.reconnect() // asks the keychain, which may ask the person; nothing waits for that
    },
    stop: async () => {
      unwatch()
      loop.stop()
      await Promise.all(features.map((feature) => feature.stop?.()))
    },
    setMode: switchTo,
    sendText: (text) => {
      if (text === '' && attachments.list.length === 0) return err(appError('unexpected', 'nothing to send'))
      const refusal = loop.submit({ kind: 'text', text })
      return refusal === null ? ok(null) : err(refusal)
    },
    attachImage: (name, bytes) => attachments.add(name, bytes),
    detachImage: (image) => attachments.remove(image),
    image: (image) => images.find(image),
    updateSettings: (patch) => settings.update(patch),
    recordHotkey: (which) => keys.record(which),
    leaveRecording: () => parts.hotkeys.leaveRecording(),
    undoCancel: () => {
      const refusal = loop.refusal() // before what was said is taken: it would be nowhere
      if (refusal !== null) return notify(refusal)
      const pcm = loop.handsFree.on ? null : loop.undo.take()
      if (pcm !== null) submit({ kind: 'speech', pcm, draft: null })
    },
    retryConnection: () => loop.retryConnection(),
    dismissNotice: (id) => notices.dismiss(id),
    notify,
    snapshot: () => publisher.snapshot(),
    audioReady: () => sound.audioReady(),
    newConversation: ({ private: secret }) => newConversation(secret),
    actions: kept.actions,
    jobs: kept.jobs,
    servers: first.servers,
    messageActions,
    view,
    tail: () => conversationTail(loop.conversation.current.items, view().phase),
    historyClosed: () => kept.actions.closed(),
    previewMicrophone: (on) => preview.set(on),
    settingsClosed: pageClosed,
    networkOnline: () => loop.networkBack(),
    pageLost: () => {
      pageClosed()
      loop.pageLost()
    },
    routes: (door, showPanel) => {
      appRoutes(door, assistant)
      talkRoutes(door, assistant)
      for (const feature of features) feature.routes?.(door, showPanel)
    },
  }
  return assistant
}
