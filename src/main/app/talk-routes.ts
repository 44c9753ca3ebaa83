import type { IpcDoor } from './ipc-door'
import type { TalkVerbs } from './talk-verbs'

export function talkRoutes(door: IpcDoor, talk: TalkVerbs): void {
  door.handle('text:send', (text) => talk.sendText(text))
  door.on('talk:press', () => talk.press())
  door.on('talk:release', () => talk.release())
  door.on('talk:cancel', (by) => talk.cancel(by))
  door.on('talk:undo', () => talk.undoCancel())
  door.on('mode:set', (mode) => talk.setMode(mode))
  door.on('connection:retry', () => talk.retryConnection())
  door.on('conversation:new', (how) => talk.newConversation(how))
  door.on('network:online', () => talk.networkOnline())
}
