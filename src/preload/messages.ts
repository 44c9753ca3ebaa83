import type { MessageApi } from '../shared/ipc/messages'
import { ask, tell } from './wire'

export const messages: MessageApi = {
  copyItem: (item) => ask('item:copy', item),
  itemText: (item, from) => ask('item:text', item, from),
  playItem: (item) => ask('item:play', item),
  playRest: (item) => ask('item:play-rest', item),
  stopPlaying: () => tell('clip:stop'),
  removeItem: (item) => ask('item:remove', item),
  restoreItem: (item) => ask('item:restore', item),
  playKept: (draft) => ask('kept:play', draft),
  sendKept: (draft) => ask('kept:send', draft),
  askAgain: (item) => ask('item:again', item),
}
