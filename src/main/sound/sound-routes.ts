import type { IpcDoor } from '../app/ipc-door'
import type { MicrophonePreview } from './microphone-preview'

export function soundRoutes(door: IpcDoor, preview: Pick<MicrophonePreview, 'set'>): void {
  door.on('microphone:preview', (on) => preview.set(on))
}
