import type { TalkApi } from '../shared/ipc/talk'
import { ask, tell } from './wire'

export const talk: TalkApi = {
  sendText: (text) => ask('text:send', text),
  press: () => tell('talk:press'),
  release: () => tell('talk:release'),
  cancel: (by) => tell('talk:cancel', by),
  undoCancel: () => tell('talk:undo'),
  setMode: (mode) => tell('mode:set', mode),
  retryConnection: () => tell('connection:retry'),
  newConversation: (how) => tell('conversation:new', how),
  networkOnline: () => tell('network:online'),
}
