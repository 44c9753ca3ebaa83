import type { Era, ServerConfig, ServerPhase } from '../../shared/mcp/servers'
import { Deadline } from '../platform/deadline'
import type { Timers, WallClock } from '../platform/ports'
import { endsAfter, pauseMs } from './core/backoff'
import type { FromProcess, ListedTool, ResolvedReach, ToProcess } from './core/messages'
import type { Credentials } from './core/sign-in/credentials'
import { ServerLog } from './server-log'
import { say } from '../../shared/words/say'

export interface ConnectionParts {
  readonly config: ServerConfig
  readonly entryHash: string
  /** Null: something of it is not there, or it is not confirmed. */
  readonly secrets: () => Promise<Readonly<Record<string, string>> | null>
  /** Of a person who has signed in. */
  readonly credentials: () => Promise<Credentials | null>
  readonly renewed: (credentials: Credentials) => void
  readonly era: () => Era | null
  readonly learned: (era: Era) => void
  readonly post: (message: ToProcess) => void
  readonly timers: Timers
  readonly wallClock: WallClock
  readonly changed: () => void
}

type Of<Type extends FromProcess['type']> = Extract<FromProcess, { readonly type: Type }>

/** One server, from being switched on to being switched off, over all of its connections. */
export class ServerConnection {
  phase: ServerPhase = 'off'
  reason: string | null = null
  pid: number | null = null
  /** They stay while it is being reached again: what the model is told does not come and go with a connection. */
  tools: readonly ListedTool[] = []
  leftOut: string | null = null
  readonly log: ServerLog
  round = 0
  /** It may be started again as soon as the settings are other ones. */
  isLocked = false
  /** It lets nobody in who has not signed in. */
  isShutOut = false
  private coming: ListedTool[] = []
  private ends = 0
  private readyAt: number | null = null
  private readonly again: Deadline

  constructor(private readonly parts: ConnectionParts) {
    this.log = new ServerLog(parts.wallClock)
    this.again = new Deadline(parts.timers, () => void this.connect())
  }

  get config(): ServerConfig {
    return this.parts.config
  }

  get entryHash(): string {
    return this.parts.entryHash
  }

  /** From the beginning, whatever was before. The process is there. */
  start(): void {
    this.again.stop()
    this.ends = 0
    void this.connect()
  }

  /** The process is not there any more, or not yet. `reason` null: it comes. */
  withoutProcess(reason: string | null): void {
    this.again.stop()
    this.round += 1
    this.set(reason === null ? 'starting' : 'failed', reason)
  }

  stop(): void {
    this.again.stop()
    this.parts.post({ type: 'close', server: this.config.id, round: this.round })
    this.round += 1
    this.tools = []
    this.set('off', null)
  }

  heard(message: Of<'started' | 'ready' | 'gone' | 'tools' | 'log' | 'not-asked' | 'sign-in-wanted' | 'credentials'>): void {
    if (message.round !== this.round) return
    switch (message.type) {
      case 'started':
        this.pid = message.pid
        return this.parts.changed()
      case 'ready':
        return this.ready(message)
      case 'gone':
        return this.gone(message)
      case 'tools':
        return this.listed(message)
      case 'sign-in-wanted':
        return this.shutOut()
      case 'credentials':
        return this.parts.renewed(message.credentials)
      case 'not-asked':
        this.log.add('parley', [say('setup.not-asked')])
        return this.parts.changed()
      case 'log':
        this.log.add('server', message.lines)
        return this.parts.changed()
    }
  }

  private async connect(): Promise<void> {
    this.round += 1
    const { round } = this
    this.set('connecting', null)
    const secrets = await this.parts.secrets()
    const credentials = secrets === null ? null : await this.parts.credentials()
    if (round !== this.round) return
    this.isLocked = secrets === null
    if (secrets === null) return this.set('failed', say('setup.unconfirmed'))
    this.parts.post({ type: 'connect', server: this.config.id, round, entryHash: this.entryHash, reach: this.reach(secrets), era: this.parts.era(), credentials })
  }

  private reach(secrets: Readonly<Record<string, string>>): ResolvedReach {
    const { reach } = this.config
    return reach.kind === 'stdio' ? { ...reach, env: { ...secrets } } : { kind: 'http', url: reach.url, headers: { ...secrets } }
  }

  private ready({ era }: Of<'ready'>): void {
    this.readyAt = this.parts.timers.now()
    if (era !== null) this.parts.learned(era)
    this.set('ready', null)
  }

  private gone({ reason, retry }: Of<'gone'>): void {
    this.ends = endsAfter(this.ends, this.readyAt === null ? 0 : this.parts.timers.now() - this.readyAt)
    const pause = retry ? pauseMs(this.ends) : null
    this.log.add('parley', [reason])
    this.set(pause === null ? 'failed' : 'waiting', reason)
    if (pause !== null) this.again.start(pause)
  }

  private shutOut(): void {
    this.log.add('parley', [say('setup.wants-sign-in')])
    this.set('failed', say('setup.wants-sign-in'), true)
  }

  private listed({ first, last, tools, leftOut }: Of<'tools'>): void {
    this.coming = [...(first ? [] : this.coming), ...tools]
    if (!last) return
    this.tools = this.coming
    this.leftOut = leftOut
    this.parts.changed()
  }

  private set(phase: ServerPhase, reason: string | null, isShutOut = false): void {
    this.phase = phase
    this.isShutOut = isShutOut
    this.reason = reason
    if (phase !== 'ready') this.readyAt = null
    if (phase !== 'ready' && phase !== 'connecting') this.pid = null
    this.parts.changed()
  }
}
