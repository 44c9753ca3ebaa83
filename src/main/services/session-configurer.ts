import { type AppError, appError } from '../../shared/errors'
import type { Endpoint, Settings, TalkMode, Vad } from '../../shared/settings'
import { type ClientEvent, sessionUpdate } from '../core/realtime/client-event'
import { sessionConfig, TRANSCRIPTION_MODEL, turnDetectionUpdate } from '../core/realtime/session-config'
import { SessionUpdates, type UpdatePurpose } from './session-updates'

export interface ConfigurerHands {
  readonly send: (event: ClientEvent) => void
  readonly settings: () => Settings
  /** How a running session shall listen. */
  readonly mode: () => TalkMode
  /** The session is as it shall be: the connection is ready. */
  readonly configured: () => void
  /** It cannot be made so: no use in trying again. */
  readonly unusable: (error: AppError) => void
  readonly turnDetectionSet: (mode: TalkMode) => void
  readonly notify: (error: AppError) => void
}

/** Sends every `session.update` and knows which one was answered. */
export class SessionConfigurer {
  private readonly updates: SessionUpdates
  private plain = false
  /** The chosen turn detection was refused; the one every server has stands in until another is chosen. */
  private vadRefused: { readonly vad: Vad; readonly endpoint: Endpoint } | null = null

  constructor(private readonly hands: ConfigurerHands) {
    this.updates = new SessionUpdates(hands.send)
  }

  /** A new session. Server VAD stays off until the connection is ready, so that nothing fires while it is set up. */
  configure(): void {
    this.updates.reset()
    this.plain = false
    this.sendConfig()
  }

  /** For a session that is being prepared beside this one; what this server takes is known by now. */
  configEvent(mode: TalkMode): ClientEvent {
    return sessionUpdate(this.config(mode))
  }

  turnDetectionEvent(mode: TalkMode): ClientEvent {
    return sessionUpdate(turnDetectionUpdate(mode, this.settings().vad))
  }

  /** Another session has taken over: the old one will not answer any more. */
  tookOver(): void {
    this.updates.reset()
  }

  setTurnDetection(mode: TalkMode): void {
    this.updates.request(mode, (eventId) => sessionUpdate(turnDetectionUpdate(mode, this.settings().vad), eventId))
  }

  /** Settings that a running session can take. */
  reconfigure(): void {
    this.updates.request('settings', (eventId) => sessionUpdate(this.config(this.hands.mode()), eventId))
  }

  /** One `session.updated`. */
  answered(): void {
    const purpose = this.updates.answered()
    switch (purpose) {
      case 'configure':
        return this.hands.configured()
      case 'hands-free':
      case 'hold':
        return this.hands.turnDetectionSet(purpose)
      case 'settings':
      case null:
        return
    }
  }

  /** True when the error was about an update of ours. A first refusal is met by asking for less: not every server transcribes. */
  refused(eventId: string | null, error: AppError): boolean {
    const purpose = this.updates.refused(eventId)
    if (purpose === null) return false
    if (purpose !== 'configure') this.refusedLater(purpose, error)
    else if (this.plain) this.hands.unusable(appError('protocol', error.detail))
    else {
      this.plain = true
      this.sendConfig()
    }
    return true
  }

  /** Not every server knows semantic turn detection. While the key is held there is none, so that cannot be why. */
  private refusedLater(purpose: Exclude<UpdatePurpose, 'configure'>, error: AppError): void {
    const { vad, endpoint } = this.settings()
    if (vad.kind !== 'semantic' || purpose === 'hold' || this.hands.mode() === 'hold') return this.hands.notify(error)
    this.vadRefused = { vad, endpoint }
    this.hands.notify(appError('vad', error.detail))
    if (purpose === 'hands-free') this.setTurnDetection('hands-free')
    else this.reconfigure()
  }

  private settings(): Settings {
    const settings = this.hands.settings()
    const isRefused = settings.vad === this.vadRefused?.vad && settings.endpoint === this.vadRefused.endpoint
    return isRefused ? { ...settings, vad: { ...settings.vad, kind: 'server' } } : settings
  }

  private sendConfig(): void {
    this.updates.request('configure', (eventId) => sessionUpdate(this.config('hold'), eventId))
  }

  private config(mode: TalkMode) {
    return sessionConfig(this.settings(), mode, { transcriptionModel: this.plain ? null : TRANSCRIPTION_MODEL })
  }
}
