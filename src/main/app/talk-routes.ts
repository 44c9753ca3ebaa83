import type { Assistant } from './assistant-types'
import type { IpcDoor } from './ipc-door'

type Talking = Pick<Assistant, 'sendText' | 'press' | 'release' | 'cancel' | 'undoCancel' | 'setMode' | 'retryConnection' | 'newConversation' | 'networkOnline'>

export function talkRoutes(door: IpcDoor, talk: Talking): void {
  door.handle('text:send', (text) => talk.sendText(text))
  door.on('talk:press', () => talk.press())
  door.on('talk:release', () => talk.release())
  door.on('talk:cancel', () => talk.cancel())
  door.on('talk:undo', () => talk.undoCancel())
  door.on('mode:set', (mode) => talk.setMode(mode))
  door.on('connection:retry', () => talk.retryConnection())
  door.on('conversation:new', (how) => talk.newConversation(how))
  door.on('network:online', () => talk.networkOnline())
}
