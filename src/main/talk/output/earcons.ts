import { assertNever } from '../../../shared/assert'
import type { EarconName } from '../../../shared/ipc/sound'
import type { Settings } from '../../../shared/settings'
import type { SoundMoment } from '../../../shared/sound-settings'
import type { AudioPort } from '../../platform/ports'

export type PlayEarcon = (name: EarconName) => void

/** Plays a short sound if the person wants one at that moment. */
export const earconsWith = (port: Pick<AudioPort, 'earcon'>, settings: () => Settings): PlayEarcon => (name) => {
  const { earcons, earconsAt, earconVolume } = settings()
  if (earcons && earconsAt[momentOf(name)] && earconVolume > 0) port.earcon(name, earconVolume)
}

function momentOf(name: EarconName): SoundMoment {
  switch (name) {
    case 'listen':
      return 'start'
    case 'sent':
      return 'stop'
    case 'acting':
      return 'answer'
    case 'answer':
    case 'error':
      return name
    case 'hands-free':
    case 'hold':
    case 'mute':
    case 'unmute':
    case 'ending':
      return 'mode'
    default:
      return assertNever(name)
  }
}
