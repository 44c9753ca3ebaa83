import type { SystemSound } from '../../../../shared/ipc/sound'
import type { Device } from './devices'

/** A stand-in is no device of its own: it is the way to open the one that it stands for, whose channels cannot be told apart. */
export function withStandIns(devices: readonly Device[], pairs: SystemSound['oneChannel']): readonly Device[] {
  const idOf = (label: string) => devices.find((device) => device.label === label)?.id
  return devices
    .filter(({ label }) => !pairs.some(({ standIn }) => standIn === label))
    .map((device) => {
      const pair = pairs.find(({ label }) => label === device.label)
      const standIn = pair && idOf(pair.standIn)
      return pair === undefined ? device : { ...device, channels: 1, ...(standIn !== undefined && { standIn }) }
    })
}
