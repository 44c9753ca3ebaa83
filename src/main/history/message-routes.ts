import { draftId, itemId } from '../../shared/ids'
import type { IpcDoor } from '../app/ipc-door'
import type { KeptActions } from './drafts/kept-actions'
import type { HistoryActions } from './history-actions'
import type { MessageActions } from './message-actions'

/** What can be done with one message in the panel. */
export function messageRoutes(door: IpcDoor, messageActions: MessageActions, actions: Pick<HistoryActions, 'stopPlaying'>, kept: KeptActions): void {
  door.handle('item:copy', (item) => messageActions.copy(itemId(item)))
  door.handle('item:text', (item, from) => messageActions.text(itemId(item), from))
  door.handle('item:play', (item) => messageActions.play(itemId(item)))
  door.handle('item:remove', (item) => messageActions.remove(itemId(item)))
  door.handle('item:restore', (item) => messageActions.restore(itemId(item)))
  door.handle('item:again', (item) => messageActions.again(itemId(item)))
  door.handle('kept:play', (draft) => kept.play(draftId(draft)))
  door.handle('kept:send', (draft) => kept.send(draftId(draft)))
  door.on('clip:stop', () => actions.stopPlaying())
}
