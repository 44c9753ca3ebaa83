import { historyRoutes } from '../history/history-routes'
import { messageRoutes } from '../history/message-routes'
import { hotkeyRoutes } from '../hotkeys/hotkey-routes'
import type { TalkKeys } from '../hotkeys/talk-keys'
import type { Attachments } from '../images/attachments'
import { imageRoutes } from '../images/image-routes'
import { serverRoutes } from '../onboarding/server-routes'
import type { HistoryStore } from '../history/core/ports'
import type { MicrophonePreview } from '../sound/microphone-preview'
import { soundRoutes } from '../sound/sound-routes'
import { appRoutes } from './app-routes'
import type { Assistant } from './assistant-types'
import type { IpcDoor } from './ipc-door'
import { talkRoutes } from './talk-routes'

export interface RouteParts {
  readonly assistant: Assistant
  readonly attachments: Attachments
  readonly keys: TalkKeys
  readonly preview: MicrophonePreview
  readonly store: HistoryStore
  readonly showPanel: () => void
}

/** Each feature answers its own pages. */
export function featureRoutes(door: IpcDoor, { assistant, attachments, keys, preview, store, showPanel }: RouteParts): void {
  const { servers, acts, desk, jobs, updateSettings } = assistant
  appRoutes(door, assistant)
  talkRoutes(door, assistant)
  imageRoutes(door, attachments)
  hotkeyRoutes(door, keys)
  serverRoutes(door, servers)
  soundRoutes(door, preview)
  messageRoutes(door, acts, desk)
  historyRoutes(door, { store, desk, jobs, updateSettings, showPanel })
}
