import type { KnownServer } from '../../providers/core/known-server'
import { maySend } from '../../providers/core/may-send'
import { type ApiError, classifyApiError } from '../../../shared/errors/classify-error'
import { appError, type AppError } from '../../../shared/errors/errors'
import type { TalkMode } from '../../../shared/settings'
import { Deadline } from '../../platform/deadline'
import type { Timers } from '../../platform/ports'
import type { RealtimeConnection, RealtimeTransport, TransportListener, TransportTarget } from '../../providers/core/transport-port'
import type { ClientEvent } from '../core/realtime/client-event'
import { parseServerEvent, type ServerEvent } from '../core/realtime/server-event'
import { TUNING } from '../core/turn/tuning'
import type { SessionNames } from './names/session-names'
import { RefusalGrace } from './refusal-grace'

export interface StandbyEffects {
  /** The whole `session.update`, with the turn detection of hold mode: nothing may fire while it is set up. */
  readonly config: () => ClientEvent
  readonly turnDetection: (mode: TalkMode) => ClientEvent
  readonly skewMs: (serverTime: number | null) => number
  readonly ready: () => void
  readonly failed: (error: AppError) => void
  readonly serverText: (text: string) => void
  /** As it goes on the wire. */
  readonly clientEvent: (event: Readonly<Record<string, unknown>>) => void
  readonly server: () => KnownServer
  /** Runs what the socket brings as one piece. */
  readonly act: (work: () => void) => void
}

/**
 * A session made beside the one that is running, to take its place: connected and configured. Until it is adopted it has no
 * part in the talk; after that every word goes to the listener of the one who adopted it.
 */
export class StandbySession {
  private socket: RealtimeConnection | null = null
  private adopter: TransportListener | null = null
  private over = false
  /** Updates that wait for their `session.updated`; null until the first was sent. */
  private outstanding: number | null = null
  private readonly bound: Deadline
  private readonly grace: RefusalGrace
  /** Unix seconds, once the server has said it. */
  expiresAt: number | null = null
  /** How far the server's clock is ahead of ours. */
  skewMs = 0
  mode: TalkMode = 'hold'

  constructor(
    transport: RealtimeTransport,
    target: TransportTarget,
    timers: Timers,
    private readonly effects: StandbyEffects,
    private readonly names: SessionNames,
  ) {
    this.grace = new RefusalGrace(timers, ([cause]) => this.fail(appError('protocol', cause?.code ?? cause?.type)))
    this.bound = new Deadline(timers, () => this.fail(appError('network', 'the next session did not begin in time')))
    this.bound.start(Math.max(TUNING.connectBoundMs, effects.server().profile.startSeconds * 1_000) + TUNING.configureBoundMs)
    this.socket = transport.connect(target, {
      opened: (serverTime) => {
        this.skewMs = this.effects.skewMs(serverTime)
      },
      alive: () => this.adopter?.alive(),
      message: (text) => (this.adopter === null ? this.effects.act(() => this.message(text)) : this.adopter.message(text)),
      closed: (why) => (this.adopter === null ? this.effects.act(() => this.fail(appError('network', `the next session closed: ${String(why.closeCode ?? why.httpStatus)}`))) : this.adopter.closed(why)),
    })
  }

  send(event: ClientEvent): void {
    if (!maySend(event.type, this.effects.server)) return
    const named = this.names.outgoing(event)
    if (named === null) return
    this.effects.clientEvent(named)
    this.socket?.send(JSON.stringify(named))
  }

  /** It is asked once more, for what has changed. False: it was not asked at all yet. */
  reconfigure(): boolean {
    if (this.outstanding === null || this.over) return false
    this.bound.renew(TUNING.configureBoundMs)
    this.outstanding += 1
    this.send(this.effects.config())
    return true
  }

  /** Ordered behind what was sent before; the answer is not waited for: the first audio comes behind it too. */
  setMode(mode: TalkMode): void {
    if (mode === this.mode) return
    this.mode = mode
    this.send(this.effects.turnDetection(mode))
  }

  adoptedBy(adopt: (socket: RealtimeConnection, names: SessionNames) => TransportListener): void {
    this.settle()
    if (this.socket !== null) this.adopter = adopt(this.socket, this.names)
  }

  abandon(): void {
    this.settle()
    this.socket?.close()
    this.socket = null
  }

  private settle(): void {
    this.over = true
    this.grace.clear()
    this.bound.stop()
  }

  private fail(error: AppError): void {
    if (this.over) return
    this.abandon()
    this.effects.failed(error)
  }

  private message(text: string): void {
    this.effects.serverText(text)
    const parsed = parseServerEvent(text)
    if (parsed.kind === 'known' && !this.over) this.event(parsed.event)
  }

  private event(event: ServerEvent): void {
    if (event.type === 'session.created' || event.type === 'session.updated') this.expiresAt = event.session.expiresAt ?? this.expiresAt
    if (event.type === 'session.created' || event.type === 'conversation.created') this.begun()
    else if (event.type === 'session.updated') this.updated()
    else if (event.type === 'error') this.error(event.error)
  }

  /** Some servers say it in two events. */
  private begun(): void {
    if (this.outstanding !== null) return
    this.outstanding = 1
    this.send(this.effects.config())
  }

  private updated(): void {
    if (this.outstanding === null || this.outstanding === 0) return
    this.grace.clear()
    this.outstanding -= 1
    if (this.outstanding > 0) return
    this.bound.stop()
    this.effects.ready()
  }

  private error(cause: ApiError): void {
    if (this.outstanding === 0) return
    if (classifyApiError(cause).severity === 'fatal') this.fail(appError('protocol', cause.code ?? cause.type))
    else this.grace.note(cause, TUNING.refusalGraceMs)
  }
}
