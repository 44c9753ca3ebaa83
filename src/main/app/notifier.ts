import type { AppError, ErrorTag } from '../../shared/errors/errors'
import { isSlip } from '../../shared/errors/notice'
import type { AudioPort, Logger, Timers, TraceSink } from '../platform/ports'
import { earconsWith, type PlayEarcon } from '../talk/output/earcons'
import { Notices } from './notices'
import type { SettingsService } from './settings/settings-service'
import { Slips } from './slips'

/**
 * Told without a sound: a loudspeaker that has just failed would fail again, and a sound while the microphone is open would be
 * heard by it.
 */
const QUIET: ReadonlySet<ErrorTag> = new Set<ErrorTag>(['speaker', 'speaker-replaced', 'mic-replaced', 'mic-silent', 'mic-bluetooth', 'mic-one-channel'])

/** Of each device, once and not once a day. */
const ONCE: ReadonlySet<ErrorTag> = new Set<ErrorTag>(['mic-bluetooth', 'mic-one-channel'])

export interface NotifierParts {
  readonly audio: Pick<AudioPort, 'earcon'>
  readonly settings: SettingsService
  readonly logger: Logger
  readonly timers: Timers
  readonly trace: TraceSink
  readonly changed: () => void
}

/** What the person is told by the way: a sentence, a short sound. */
export interface Notifier {
  readonly notices: Notices
  readonly slips: Slips
  readonly earcon: PlayEarcon
  readonly notify: (error: AppError) => void
}

export function createNotifier({ audio, settings, logger, timers, trace, changed }: NotifierParts): Notifier {
  const notices = new Notices(logger, () => (settings.current.endpoint.kind === 'openai' ? 'openai' : 'other'), changed)
  const slips = new Slips(timers, changed)
  const earcon = earconsWith(audio, () => settings.current)
  return {
    notices,
    slips,
    earcon,
    notify: (error) => {
      if (isSlip(error.tag)) {
        trace.mark('slip', { tag: error.tag })
        return slips.post(error.tag) // nothing is broken: no sentence that stays, and no sound of an error
      }
      trace.mark('notice', { tag: error.tag })
      if (error.tag === 'speaker' && notices.current?.tag === 'speaker') return // one outage, one sentence
      if (error.tag === 'no-key' && notices.current?.tag === 'env-unreadable') return // that says why there is none
      if (ONCE.has(error.tag) && !isFirstWarning(settings, error.device ?? '')) return
      notices.post(error)
      if (!QUIET.has(error.tag)) earcon('error')
    },
  }
}

function isFirstWarning(settings: SettingsService, device: string): boolean {
  const { warnedAbout } = settings.current
  if (warnedAbout.includes(device)) return false
  settings.update({ warnedAbout: [...warnedAbout.slice(-63), device] })
  return true
}
