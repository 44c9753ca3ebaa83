import type { ApiError } from '../../../shared/errors/classify-error'
import type { Endpoint, Settings, Vad } from '../../../shared/settings'

/** Each server knows at least one way to find the end of a sentence, but not always the chosen one. */
const OTHER: Readonly<Record<Vad['kind'], Vad['kind']>> = { semantic: 'server', server: 'semantic' }

/** An update of many fields. Where the server names none, semantic turn detection is the one that few servers know. */
const isAbout = ({ param }: ApiError, { kind }: Vad): boolean => (param === undefined ? kind === 'semantic' : param.includes('turn_detection'))

/** The chosen turn detection was refused: the other one stands in, until another is chosen or another server. */
export class VadFallback {
  private refusedFor: { readonly vad: Vad; readonly endpoint: Endpoint } | null = null

  constructor(private readonly chosen: () => Settings) {}

  /** As they can be asked for. */
  get settings(): Settings {
    const settings = this.chosen()
    return this.standsIn ? { ...settings, vad: { ...settings.vad, kind: OTHER[settings.vad.kind] } } : settings
  }

  /** True: there is another way to ask. */
  refused(purpose: 'hands-free' | 'settings', cause: ApiError): boolean {
    const { vad, endpoint } = this.chosen()
    if (this.standsIn) {
      if (purpose === 'hands-free') this.refusedFor = null // neither: next time the chosen one is asked for again
      return false
    }
    if (purpose === 'settings' && !isAbout(cause, vad)) return false
    this.refusedFor = { vad, endpoint }
    return true
  }

  /** The other one was asked for already. */
  get standsIn(): boolean {
    const { vad, endpoint } = this.chosen()
    return vad === this.refusedFor?.vad && endpoint === this.refusedFor.endpoint
  }
}
