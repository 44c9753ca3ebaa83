import { itemId } from '../../shared/ids'
import type { IpcDoor } from '../app/ipc-door'
import type { HistoryDesk } from './history-desk'
import type { ItemActs } from './item-acts'

/** What can be done with one message in the panel. */
export function messageRoutes(door: IpcDoor, acts: ItemActs, desk: Pick<HistoryDesk, 'stopPlaying'>): void {
  door.handle('item:copy', (item) => acts.copy(itemId(item)))
  door.handle('item:text', (item, from) => acts.text(itemId(item), from))
  door.handle('item:play', (item) => acts.play(itemId(item)))
  door.handle('item:remove', (item) => acts.remove(itemId(item)))
  door.handle('item:restore', (item) => acts.restore(itemId(item)))
  door.handle('item:again', (item) => acts.again(itemId(item)))
  door.on('replay:stop', () => desk.stopPlaying())
}
