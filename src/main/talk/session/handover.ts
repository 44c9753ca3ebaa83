import type { KnownServer } from '../../providers/core/known-server'
import type { AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import { Deadline } from '../../platform/deadline'
import type { Logger, Timers, TraceSink, WallClock } from '../../platform/ports'
import type { RealtimeTransport, TransportTarget } from '../../providers/core/transport-port'
import { clockSkewMs, handoverTimes } from '../core/connection/session-lifetime'
import type { SessionNames } from './names/session-names'
import { StandbySession } from './standby-session'
import type { SessionConfigurer } from './session-configurer'

export interface HandoverParts {
  readonly transport: RealtimeTransport
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly logger: Logger
  readonly trace: TraceSink
  readonly configurer: Pick<SessionConfigurer, 'configEvent' | 'turnDetectionEvent'>
  readonly newNames: () => SessionNames
  readonly target: () => Promise<Result<TransportTarget, AppError>>
  readonly server: () => KnownServer
  readonly isReady: () => boolean
  /** Nobody speaks, nobody answers, nothing plays. */
  readonly quiet: () => boolean
  /** Not quiet, but a change would cut nothing: what is being said is held here, what is being heard is here already. */
  readonly cutsNothing: () => boolean
  readonly takeOver: (standby: StandbySession) => void
  /** Runs what a promise brings as one piece. */
  readonly act: (work: () => void) => void
  /** Left out but for tests and measurements, which have no hour. */
  readonly shortestLifeMs?: number
}

/** Where a server does not say when a session ends, but is known to end it. Unix seconds. */
const usualEnd = ({ profile: { session: { minutes } } }: KnownServer, now: number): number | null => (minutes === null ? null : now / 1_000 + minutes * 60)

/** A server that cannot be reached now may be in half a minute. */
const PREPARE_AGAIN_MS = 30_000

/**
 * A session lives an hour (docs/wire-facts.md, Connecting). Before it ends, another is made and told what was said; at the first
 * quiet moment it takes over, and only then the old one is closed. Should all this fail, the old one ends and the ordinary
 * reconnect follows.
 */
export class Handover {
  private standby: StandbySession | null = null
  private prepared = false
  private late = false
  private readonly preparing: Deadline
  private readonly latest: Deadline
  private run = 0

  constructor(private readonly parts: HandoverParts) {
    this.preparing = new Deadline(parts.timers, () => void this.prepare())
    this.latest = new Deadline(parts.timers, () => {
      this.late = true
      this.evaluate()
    })
  }

  /** `expiresAt`: unix seconds by the server's clock, which is `skewMs` ahead of ours; null where the server does not say. */
  sessionBegan(expiresAt: number | null, skewMs: number): void {
    this.stop()
    const now = this.parts.wallClock() + skewMs
    const times = handoverTimes(expiresAt ?? usualEnd(this.parts.server(), now), now, this.parts.shortestLifeMs)
    if (times === null) return
    this.preparing.start(times.prepareMs)
    this.latest.start(times.latestMs)
  }

  /** Something changed: is this the moment? */
  evaluate(): void {
    const { standby, parts } = this
    if (standby === null || !this.prepared || !parts.isReady()) return
    if (!parts.quiet() && !(this.late && parts.cutsNothing())) return
    parts.logger.info('session handed over')
    parts.trace.mark('handover', { late: this.late })
    this.standby = null
    this.stop()
    parts.takeOver(standby)
    this.sessionBegan(standby.expiresAt, standby.skewMs)
  }

  /** Settings have changed: the next session must not take over with the old ones. */
  reconfigure(): void {
    if (this.standby?.reconfigure() === true) this.prepared = false
  }

  /** The session is gone or not wanted: whatever was prepared for its end goes too. */
  stop(): void {
    this.run += 1
    this.preparing.stop()
    this.latest.stop()
    this.standby?.abandon()
    this.standby = null
    this.prepared = false
    this.late = false
  }

  skewMs(serverTime: number | null): number {
    return clockSkewMs(serverTime, this.parts.wallClock())
  }

  private async prepare(): Promise<void> {
    const { parts, run } = this
    const target = await parts.target()
    parts.act(() => run === this.run && this.open(target))
  }

  private open(target: Result<TransportTarget, AppError>): void {
    const { parts } = this
    if (!target.ok) return this.failed(target.error)
    this.standby = new StandbySession(parts.transport, target.value, parts.timers, {
      skewMs: (serverTime) => this.skewMs(serverTime),
      config: () => parts.configurer.configEvent('hold'),
      turnDetection: (mode) => parts.configurer.turnDetectionEvent(mode),
      ready: () => {
        this.prepared = true
        this.evaluate()
      },
      failed: (error) => this.failed(error),
      serverText: (text) => parts.trace.serverText(text),
      clientEvent: (event) => parts.trace.clientEvent(event),
      act: parts.act,
      server: parts.server,
    }, parts.newNames())
  }

  private failed(error: AppError): void {
    this.standby = null
    this.parts.logger.warn('the next session could not be made', { tag: error.tag })
    this.preparing.renew(PREPARE_AGAIN_MS)
  }
}
