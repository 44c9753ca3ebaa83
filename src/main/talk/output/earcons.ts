import { assertNever } from '../../../shared/assert'
import type { EarconName } from '../../../shared/ipc/sound'
import type { Settings } from '../../../shared/settings'
import type { SoundMoment } from '../../../shared/audio/sound-settings'
import type { AudioPort } from '../../platform/ports'

export type PlayEarcon = (name: EarconName) => void

/** Whoever sets a timer wants to hear it, whatever else they want to hear. */
const ALARM_VOLUME = 0.4

/** Plays a short sound if the person wants one at that moment. */
export const earconsWith = (port: Pick<AudioPort, 'earcon'>, settings: () => Settings): PlayEarcon => (name) => {
  const { earcons, earconsAt, earconVolume } = settings()
  const moment = momentOf(name)
  if (moment === null) return port.earcon(name, Math.max(earconVolume, ALARM_VOLUME))
  if (earcons && earconsAt[moment] && earconVolume > 0) port.earcon(name, earconVolume)
}

/** Null: always. */
function momentOf(name: EarconName): SoundMoment | null {
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
    case 'alarm':
      return null
    default:
      return assertNever(name)
  }
}
