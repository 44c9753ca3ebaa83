import type { Profile } from '../../../shared/providers/profiles/profile'
import type { KnownServer } from '../../providers/core/known-server'
import { possibleVad } from '../core/realtime/turn-detection'
import { type ApiError, classifyApiError, type Severity } from '../../../shared/errors/classify-error'
import { type AppError, appError } from '../../../shared/errors/errors'
import type { Settings, TalkMode, Vad } from '../../../shared/settings'
import type { Timers } from '../../platform/ports'
import { type ClientEvent, sessionUpdate } from '../core/realtime/client-event'
import { OPTIONAL_FIELDS, type OptionalField, optionalFieldsIn, optionalValues, sessionConfig, withheldFrom, type SessionParts, turnDetectionUpdate } from '../core/realtime/session-config'
import { TUNING } from '../core/turn/tuning'
import { RefusalGrace } from './refusal-grace'
import { SessionUpdates, type UpdatePurpose } from './session-updates'
import { VadFallback } from './vad-fallback'

export interface ConfigurerEffects {
  readonly send: (event: ClientEvent) => void
  readonly settings: () => Settings
  readonly server: () => KnownServer
  /** What extensions add. */
  readonly parts: () => SessionParts
  /** How a running session shall listen. */
  readonly mode: () => TalkMode
  /** The session is as it shall be: the connection is ready. */
  readonly configured: () => void
  /** It cannot be made so: no use in trying again. */
  readonly unusable: (error: AppError) => void
  readonly turnDetectionSet: (mode: TalkMode) => void
  /** The server cannot listen in this mode, however it is asked. */
  readonly turnDetectionRefused: (mode: TalkMode, error: AppError) => void
  readonly notify: (error: AppError) => void
}

/** One `error` of the server. */
export interface ServerRefusal {
  readonly eventId: string | null
  readonly cause: ApiError
  readonly severity: Severity
}

/** Sends every `session.update` and knows which one was answered. */
export class SessionConfigurer {
  private readonly updates: SessionUpdates
  private readonly grace: RefusalGrace
  private readonly fallback: VadFallback
  /** What this session was asked without, because it refused it. */
  private leftOut: ReadonlySet<OptionalField> = new Set()
  /** What it was asked for, as the settings were then. */
  private askedFor = ''
  /** One `session.updated` has come: from here on an error may be about anything. */
  private updated = false
  /** This session may have been told of tools: only an empty list takes them back. */
  private hasTools = false
  /** A speed of its own was asked for in this session, so going back to the usual one is told, too. */
  private speedTold = false
  /** The settings have changed since this session was asked. */
  private stale = false

  constructor(
    private readonly effects: ConfigurerEffects,
    timers: Timers,
  ) {
    this.updates = new SessionUpdates(effects.send)
    this.grace = new RefusalGrace(timers, (causes) => this.oldestRefused(causes))
    this.fallback = new VadFallback(effects.settings)
  }

  /** A new session. Server VAD stays off until the connection is ready, so that nothing fires while it is set up. */
  configure(): void {
    this.begin(false)
    this.stale = false
    this.hasTools = false
    const { refused } = this.effects.server().learned
    this.askedFor = optionalValues(this.effects.settings())
    this.leftOut = new Set(refused.values === this.askedFor ? OPTIONAL_FIELDS.filter((field) => refused.fields.has(field)) : [])
    this.speedTold = false
    this.sendConfig()
  }

  /** For a session that is being prepared beside this one; what this server takes is known by now. */
  configEvent(mode: TalkMode): ClientEvent {
    return sessionUpdate(this.config(mode))
  }

  turnDetectionEvent(mode: TalkMode): ClientEvent {
    return sessionUpdate(turnDetectionUpdate(mode, this.vad, this.turns))
  }

  /** Another session has taken over: the old one will not answer any more. */
  tookOver(): void {
    this.begin(true)
  }

  /** As it was asked for: the chosen one, or what stands in for it. */
  get vad(): Vad {
    return possibleVad(this.fallback.settings.vad, this.turns)
  }

  setTurnDetection(mode: TalkMode): void {
    this.updates.request(mode, (eventId) => sessionUpdate(turnDetectionUpdate(mode, this.vad, this.turns), eventId))
  }

  /** Settings that a running session can take. One that is being set up was asked for the old ones, and gets the new ones next. */
  reconfigure(isReady: boolean): void {
    if (!isReady) {
      this.stale = true
      return
    }
    this.updates.request('settings', (eventId) => sessionUpdate(this.config(this.effects.mode()), eventId))
  }

  /** One `session.updated`. */
  answered(): void {
    const harmless = this.grace.clear()
    if (this.updated) for (const cause of harmless) this.effects.notify(classifyApiError(cause).error)
    this.updated = true
    const purpose = this.updates.answered()
    switch (purpose) {
      case 'configure':
        this.effects.server().learned.refused = { fields: this.leftOut, values: this.askedFor }
        this.effects.configured()
        if (this.stale) this.reconfigure(true)
        this.stale = false
        return
      case 'hands-free':
      case 'hold':
        return this.effects.turnDetectionSet(purpose)
      case 'settings':
      case null:
        return
    }
  }

  /** True when the error was about an update of ours, or will be if nothing else explains it. */
  refused({ eventId, cause, severity }: ServerRefusal): boolean {
    const purpose = this.updates.refused(eventId)
    if (purpose !== null) this.refusal(purpose, [cause])
    else if (this.mayRefuse(eventId, cause, severity)) this.grace.note(cause, this.endsIt(cause) ? TUNING.lateUpdatedMs : TUNING.refusalGraceMs)
    else return this.updates.isOurs(eventId) // said twice
    return true
  }

  private begin(updated: boolean): void {
    this.updates.reset()
    this.grace.clear()
    this.updated = updated
  }

  /** Before the first `session.updated` nothing else was asked: even an id that nobody knows can only mean our update. */
  private mayRefuse(eventId: string | null, { param }: ApiError, severity: Severity): boolean {
    const { oldest } = this.updates
    if (oldest === null || severity !== 'failed' || this.updates.isOurs(eventId)) return false
    if (!this.updated) return true
    return eventId === null && (oldest !== 'settings' || param?.startsWith('session') === true)
  }

  /** There is no other way to ask, and nothing says that it was refused: a slow server may still have taken it. */
  private endsIt({ param }: ApiError): boolean {
    if (param !== undefined) return false
    const { oldest } = this.updates
    return oldest === 'configure' ? OPTIONAL_FIELDS.every((field) => this.leftOut.has(field)) : oldest === 'hands-free' && this.fallback.standsIn
  }

  private oldestRefused(causes: readonly ApiError[]): void {
    const purpose = this.updates.answered()
    if (purpose !== null) this.refusal(purpose, causes)
  }

  private refusal(purpose: UpdatePurpose, causes: readonly ApiError[]): void {
    if (purpose === 'configure') return this.askForLess(causes)
    for (const cause of causes.slice(0, 1)) this.refusedLater(purpose, cause)
  }

  /** Not every server transcribes, and not every one has our voices. Without a name, any of them may be meant. */
  private askForLess(causes: readonly ApiError[]): void {
    const [cause] = causes
    const left = OPTIONAL_FIELDS.filter((field) => !this.leftOut.has(field))
    const named = left.filter((field) => causes.some(({ param }) => optionalFieldsIn(param).includes(field)))
    this.leftOut = new Set([...this.leftOut, ...(named.length === 0 ? left : named)])
    if (left.length > 0) return this.sendConfig()
    this.effects.unusable(appError('protocol', cause && classifyApiError(cause).error.detail))
  }

  private refusedLater(purpose: Exclude<UpdatePurpose, 'configure'>, cause: ApiError): void {
    const { effects } = this
    const { error } = classifyApiError(cause)
    const listens = purpose !== 'hold' && effects.mode() === 'hands-free' // while the key is held there is no turn detection to refuse
    if (listens && this.fallback.refused(purpose, cause)) {
      effects.notify(appError('vad', error.detail))
      if (purpose === 'hands-free') this.setTurnDetection('hands-free')
      else this.reconfigure(true)
    } else if (purpose === 'settings') effects.notify(error)
    else effects.turnDetectionRefused(purpose, error)
  }

  private get turns(): Profile['turns'] {
    return this.effects.server().profile.turns
  }

  private sendConfig(): void {
    this.updates.request('configure', (eventId) => sessionUpdate(this.config('hold'), eventId))
  }

  private config(mode: TalkMode) {
    const { settings } = this.fallback
    const { tools = [], ...parts } = this.effects.parts()
    this.hasTools ||= tools.length > 0
    this.speedTold ||= settings.speed !== 1
    const leftOut = new Set([...this.leftOut, ...withheldFrom(this.effects.server().profile, settings)])
    return sessionConfig(settings, mode, leftOut, this.hasTools ? { ...parts, tools } : parts, this.speedTold, this.turns)
  }
}
