import { type ApiError, classifyClose } from '../../../shared/errors/classify-error'
import { appError, type AppError } from '../../../shared/errors/errors'
import type { Result } from '../../../shared/result'
import { type ConnectionCommand, type ConnectionInput, type ConnectionState, connectionStep, OFFLINE } from '../core/connection/machine'
import { Deadline } from '../../platform/deadline'
import type { FactQueue } from '../../platform/fact-queue'
import type { Logger, Timers, TraceSink } from '../../platform/ports'
import type { KnownServer } from '../../providers/core/known-server'
import { maySend } from '../../providers/core/may-send'
import type { RealtimeConnection, RealtimeTransport, TransportClosed, TransportListener, TransportTarget } from '../../providers/core/transport-port'
import type { SessionNames } from './names/session-names'
import type { TalkFact } from '../facts'
import { Watchdog } from './watchdog'

export interface ConnectionParts {
  readonly transport: RealtimeTransport
  /** Where to connect now; asked at every attempt, because key and address may have changed. */
  readonly target: () => Promise<Result<TransportTarget, AppError>>
  readonly server: () => KnownServer
  /** Somebody waits for a session: one that the server ends in good order is made again. */
  readonly isNeeded: () => boolean
  readonly facts: Pick<FactQueue<TalkFact>, 'post' | 'act'>
  readonly timers: Timers
  readonly random: () => number
  readonly logger: Logger
  readonly trace: TraceSink
  readonly newNames: () => SessionNames
}

/** A server may load its models first. */
const startMs = ({ profile }: KnownServer): number => profile.startSeconds * 1_000

/** Runs the connection machine over one socket at a time. A socket of an older generation is never listened to. */
export class ConnectionRunner {
  private current: ConnectionState = OFFLINE
  private socket: RealtimeConnection | null = null
  private generation = 0
  private sessionNames: SessionNames
  private lastError: ApiError | null = null
  private readonly bound: Deadline<ConnectionInput>
  private readonly watchdog: Watchdog

  constructor(private readonly parts: ConnectionParts) {
    this.sessionNames = parts.newNames()
    this.bound = new Deadline(parts.timers, (input) => this.post(input))
    this.watchdog = new Watchdog(parts.timers, { ask: () => this.socket?.probe(), silent: () => this.dead('nothing was heard for too long') })
  }

  get state(): ConnectionState {
    return this.current
  }

  /** Grows with each socket: what is counted by session begins anew with it. */
  get session(): number {
    return this.generation
  }

  get isReady(): boolean {
    return this.current.name === 'ready'
  }

  /** Of the session we talk with. */
  get names(): SessionNames {
    return this.sessionNames
  }

  get bufferedBytes(): number {
    return this.socket?.bufferedBytes ?? 0
  }

  connect(): void {
    this.post({ type: 'connect' })
  }

  disconnect(): void {
    this.post({ type: 'disconnect' })
  }

  retryNow(): void {
    this.post({ type: 'retryNow' })
  }

  /** The network changed: what waits need not, and what seems to live must show it. */
  networkBack(): void {
    this.post({ type: 'networkBack' })
    this.watchdog.hurry()
  }

  sleep(): void {
    this.post({ type: 'sleep' })
  }

  /** Proof of health: an answer came through whole. The next break begins a series of attempts of its own. */
  healthy(): void {
    this.lastError = null // whatever it was about, it does not explain a close that comes later
    this.post({ type: 'healthy' })
  }

  /** It counts as closed, whatever the socket says: after the machine slept, for one. */
  dead(why: string): void {
    this.post({ type: 'dead', error: appError('network', why), random: this.parts.random() })
  }

  sessionCreated(): void {
    this.post({ type: 'sessionCreated', generation: this.generation })
  }

  sessionUpdated(): void {
    this.post({ type: 'sessionUpdated', generation: this.generation })
  }

  /** The server is there but cannot be used as it is: no use in trying again. */
  giveUp(error: AppError): void {
    this.drop()
    this.closed(this.generation, error, false)
  }

  /** A session made beside the running one takes its place, and only then the old one is closed. Answers what to listen with. */
  adopt(socket: RealtimeConnection, names: SessionNames): TransportListener {
    this.drop()
    this.sessionNames = names
    this.generation += 1
    this.lastError = null
    this.socket = socket
    this.watchdog.start()
    this.post({ type: 'adopted', generation: this.generation })
    return this.listener(this.generation)
  }

  /** The last `error` event decides how the close that may follow is read. */
  noteError(error: ApiError): void {
    this.lastError = error
  }

  /** Sends one client event, if there is a socket. Whoever must not lose it asks `isReady` first. */
  send(event: Readonly<Record<string, unknown>>): void {
    if (!maySend(event['type'], this.parts.server)) return
    const named = this.sessionNames.outgoing(event)
    if (named === null) return // it is about something that this session never heard of
    this.parts.trace.clientEvent(named)
    this.socket?.send(JSON.stringify(named))
  }

  /** What has changed of what it was told. A session that is not there will be told everything anyway. */
  tell(events: readonly Readonly<Record<string, unknown>>[]): void {
    if (this.isReady) for (const event of events) this.send(event)
  }

  private post(input: ConnectionInput): void {
    const before = this.current
    const { state, commands } = connectionStep(before, input)
    this.current = state
    if (state.name !== before.name) this.parts.logger.info('connection', { state: state.name })
    for (const command of commands) this.run(command)
    if (state !== before) this.parts.facts.post({ type: 'connectionChanged', state: state.name })
  }

  private run(command: ConnectionCommand): void {
    const { post } = this.parts.facts
    switch (command.type) {
      case 'openSocket':
        return void this.open(command.generation)
      case 'closeSocket':
        return this.drop()
      case 'configure':
        return post({ type: 'sessionCreated' })
      case 'announceReady':
        return post({ type: 'connectionReady' })
      case 'announceLost':
        return post({ type: 'connectionLost', error: command.error })
      case 'announceFailed':
        return post({ type: 'connectionFailed', error: command.error, exhausted: command.exhausted })
      case 'startTimer':
        return this.bound.renew(command.stage === 'connecting' ? Math.max(command.ms, startMs(this.parts.server())) : command.ms, { type: 'expired', stage: command.stage })
      case 'stopTimer':
        return this.bound.stop()
    }
  }

  private drop(): void {
    this.watchdog.stop()
    this.socket?.close()
    this.socket = null
  }

  private async open(generation: number): Promise<void> {
    this.generation = generation
    this.sessionNames = this.parts.newNames()
    this.lastError = null
    const target = await this.parts.target()
    this.parts.facts.act(() => this.dial(generation, target))
  }

  private dial(generation: number, target: Result<TransportTarget, AppError>): void {
    if (generation !== this.generation || this.current.name !== 'connecting') return // nobody wants it any more
    if (!target.ok) return this.closed(generation, target.error, false)
    this.socket = this.parts.transport.connect(target.value, this.listener(generation))
    this.watchdog.start()
  }

  /** What came of a socket that is no longer ours goes nowhere. */
  private listener(generation: number): TransportListener {
    const { act, post } = this.parts.facts
    const isOurs = () => generation === this.generation
    return {
      opened: (serverTime) =>
        act(() => {
          if (isOurs()) post({ type: 'connectionOpened', serverTime })
          this.post({ type: 'opened', generation })
        }),
      alive: () => isOurs() && this.watchdog.alive(),
      message: (text) => {
        if (!isOurs()) return
        this.parts.trace.serverText(text)
        post({ type: 'serverSaid', session: generation, text })
      },
      closed: (why) => act(() => this.socketClosed(generation, why)),
    }
  }

  private socketClosed(generation: number, why: TransportClosed): void {
    this.parts.logger.info('socket closed', { code: why.closeCode ?? 0, http: why.httpStatus ?? 0 })
    const { error, retryable, orderly } = classifyClose({ ...why, lastError: this.lastError, closes: this.parts.server().profile.closes })
    if (generation !== this.generation) return
    this.watchdog.stop()
    this.socket = null
    if (!orderly || !this.isReady) return this.closed(generation, error, retryable)
    if (this.parts.isNeeded()) this.closed(generation, appError('server-gone', error.detail), true)
    else this.parts.facts.post({ type: 'sessionEnded' })
  }

  private closed(generation: number, error: AppError, retryable: boolean): void {
    this.post({ type: 'closed', generation, error, retryable, random: this.parts.random() })
  }
}
