import { imageId } from '../../shared/ids'
import type { IpcDoor } from '../app/ipc-door'
import type { Attachments } from './attachments'

export function imageRoutes(door: IpcDoor, attachments: Attachments): void {
  door.handle('image:attach', (name, bytes) => attachments.add(name, bytes))
  door.on('image:detach', (image) => attachments.remove(imageId(image)))
}
