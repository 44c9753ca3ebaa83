import type { Assistant, AssistantParts } from './assistant-types'
import { appRoutes } from './app-routes'
import { compose, type Composed } from './composition/compose'
import type { JoinFeature } from './feature'
import { createPresence } from './presence'
import { talkRoutes } from './talk-routes'
import { conversationTail } from './view/conversation-tail'

export type { Assistant } from './assistant-types'

export const createAssistant = (parts: AssistantParts, join: readonly JoinFeature[]): Assistant => assistantOf(parts, compose(parts, join))

/** What the doors may ask for. */
export function assistantOf({ settingsStore, hotkeys }: AssistantParts, app: Composed): Assistant {
  const { talk, features, settings, publisher, view, verbs, notify, notices } = app
  const pageClosed: Assistant['pageClosed'] = (page) => {
    for (const feature of features) feature.pageClosed?.(page)
  }
  let unwatch = (): void => undefined
  return {
    ...verbs,
    ...createPresence({ keys: app.hotkeys.keys.service, readiness: talk.readiness, loop: talk, features }),
    start: async () => {
      unwatch = settingsStore.watch((read) => (read.ok ? settings.adopt(read.value) : notify(read.error)))
      if (settingsStore.damaged !== null) notify(settingsStore.damaged)
      for (const feature of features) await feature.start?.(talk)
      talk.reconnect() // asks the keychain, which may ask the person; nothing waits for that
    },
    stop: async () => {
      unwatch()
      talk.stop()
      await Promise.all(features.map((feature) => feature.stop?.()))
      await Promise.all(features.map((feature) => feature.close?.())) // what others wrote as they stopped is on the disk
    },
    image: (image) => app.images.images.find(image),
    updateSettings: (patch) => settings.update(patch),
    menu: () => features.flatMap((feature) => feature.menu?.() ?? []),
    leaveRecording: () => hotkeys.leaveRecording(),
    notify,
    view,
    snapshot: () => publisher.snapshot(),
    tail: () => conversationTail(talk.conversation.current.items, view().phase),
    audioReady: () => app.sound.audioReady(),
    pageClosed,
    pageLost: () => {
      pageClosed('panel')
      talk.pageLost()
    },
    routes: (door, showPanel) => {
      appRoutes(door, { snapshot: () => publisher.snapshot(), settings: () => settings.current, dismissNotice: (id) => notices.dismiss(id), updateSettings: (patch) => settings.update(patch) })
      talkRoutes(door, verbs)
      for (const feature of features) feature.routes?.(door, showPanel)
    },
  }
}
