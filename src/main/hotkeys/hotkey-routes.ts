import type { IpcDoor } from '../app/ipc-door'
import type { TalkKeys } from './talk-keys'

export function hotkeyRoutes(door: IpcDoor, keys: Pick<TalkKeys, 'record'>): void {
  door.handle('hotkey:record', (which) => keys.record(which))
}
