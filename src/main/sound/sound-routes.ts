import type { IpcDoor } from '../app/ipc-door'
import type { MicrophoneTrial } from './microphone-trial'

export function soundRoutes(door: IpcDoor, trial: Pick<MicrophoneTrial, 'set'>): void {
  door.on('microphone:try', (on) => trial.set(on))
}
