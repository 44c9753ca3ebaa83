import type { DeviceNews } from '../../../shared/ipc/contract'
import type { Microphones } from './capture-ports'
import type { OpenMicrophone } from './microphone'

/** What the person should know of the microphone that has been opened. */
export function openedNews({ device, standIn }: OpenMicrophone, microphones: Pick<Microphones, 'isBluetooth'>): readonly DeviceNews[] {
  if (standIn !== null) return ['mic-one-channel']
  return device !== null && microphones.isBluetooth(device) ? ['mic-bluetooth'] : []
}
