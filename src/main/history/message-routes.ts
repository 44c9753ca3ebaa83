import { itemId } from '../../shared/ids'
import type { IpcDoor } from '../app/ipc-door'
import type { HistoryActions } from './history-actions'
import type { MessageActions } from './message-actions'

/** What can be done with one message in the panel. */
export function messageRoutes(door: IpcDoor, messageActions: MessageActions, actions: Pick<HistoryActions, 'stopPlaying'>): void {
  door.handle('item:copy', (item) => messageActions.copy(itemId(item)))
  door.handle('item:text', (item, from) => messageActions.text(itemId(item), from))
  door.handle('item:play', (item) => messageActions.play(itemId(item)))
  door.handle('item:remove', (item) => messageActions.remove(itemId(item)))
  door.handle('item:restore', (item) => messageActions.restore(itemId(item)))
  door.handle('item:again', (item) => messageActions.again(itemId(item)))
  door.on('clip:stop', () => actions.stopPlaying())
}
