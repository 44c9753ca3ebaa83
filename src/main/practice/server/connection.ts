import type { RawData, WebSocket } from 'ws'
import { Deadline } from '../../../shared/time/deadline'
import { CutWatch } from '../faults/cut-watch'
import type { CutKind } from '../faults/cuts'
import type { FaultBox } from '../faults/faults'
import type { PracticeSession } from '../session/session'
import type { Emission } from '../session/wire'
import { keepPinging } from './pings'
import { serverTimers } from './server-timers'
import { TimedFaults } from './timed-faults'

/** An answer of many minutes, sent at once to a client that reads nothing. One that lets more pile up is gone. */
const MOST_UNREAD_BYTES = 64 * 1_024 * 1_024

export interface ConnectionOptions {
  readonly socket: WebSocket
  readonly session: PracticeSession
  readonly faults: FaultBox
  readonly pingMs: number
  readonly onClosed: () => void
}

const textOf = (message: RawData): string => (Array.isArray(message) ? Buffer.concat(message) : Buffer.from(message as Buffer)).toString('utf8')

/** One socket and its session: owns the clock and the pings, and ends as it is told. */
export class Connection {
  readonly #socket: WebSocket
  readonly #session: PracticeSession
  readonly #startedMs = performance.now()
  readonly #endPings: () => void
  readonly #wake = new Deadline(serverTimers, () => this.#deliver(this.#session.advance(this.#nowMs)))
  readonly #timed: TimedFaults
  readonly #watch: CutWatch
  #halfOpen = false
  /** Nothing that arrives counts any more, nothing leaves. */
  #cut = false

  constructor({ socket, session, faults, pingMs, onClosed }: ConnectionOptions) {
    this.#socket = socket
    this.#session = session
    this.#watch = new CutWatch(faults)
    this.#timed = new TimedFaults({
      faults,
      nowMs: () => this.#nowMs,
      isCut: () => this.#cut,
      cut: (kind) => this.cut(kind),
      setHalfOpen: (is) => this.#setHalfOpen(is),
    })
    this.#endPings = keepPinging(socket, pingMs, () => !this.#halfOpen && !this.#cut)
    socket.on('message', (message, isBinary) => this.#receive(message, isBinary))
    socket.on('error', () => this.#socket.terminate())
    socket.on('close', (code) => this.#closed(code, onClosed))
  }

  get session(): PracticeSession {
    return this.#session
  }

  /** Neither closed nor cut. */
  get isOpen(): boolean {
    return !this.#cut
  }

  open(): void {
    this.#deliver(this.#session.open())
    this.faultsChanged()
  }

  faultsChanged(): void {
    this.#timed.begin()
  }

  /** Ends or kills the connection now; what was sent before still arrives. Says whether there was anything left to cut. */
  cut(kind: CutKind): boolean {
    if (this.#cut && kind !== 'drop') return false
    if (kind !== 'drop' && kind !== 'half-open') this.#deliver(this.#session.end(kind))
    this.#cut = true
    this.#session.wasCut(kind)
    if (kind === 'half-open') this.#socket.pause()
    // One turn of the event loop, so that frames of the same moment leave before the cut.
    if (kind === 'drop') setImmediate(() => this.#socket.terminate())
    return true
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  /** Nothing more arrives or leaves. */
  cutOff(): void {
    this.#cut = true
    this.#socket.terminate()
  }

  get #nowMs(): number {
    return performance.now() - this.#startedMs
  }

  /** Not reading at all is what a dead peer looks like: pings and close frames find no answer, the client's send buffer fills up. */
  #setHalfOpen(halfOpen: boolean): void {
    if (this.#halfOpen === halfOpen || this.#cut) return
    this.#halfOpen = halfOpen
    if (halfOpen) this.#socket.pause()
    else this.#socket.resume()
  }

  #receive(message: RawData, isBinary: boolean): void {
    if (this.#cut) return
    const text = textOf(message)
    const kind = this.#watch.received(text)
    if (kind !== null) this.cut(kind)
    else this.#deliver(isBinary ? this.#session.receiveBinary(text.length, this.#nowMs) : this.#session.receive(text, this.#nowMs))
  }

  #deliver(emissions: readonly Emission[]): void {
    for (const emission of emissions) {
      if (this.#cut || this.#halfOpen) continue
      if (emission.kind === 'close') this.#close(emission.code, emission.reason)
      else this.#send(emission.frame.type, JSON.stringify(emission.frame))
    }
    this.#sleep()
  }

  /** The real server hears nothing more once it has said goodbye, although the client may still be sending. */
  #close(code: number, reason: string): void {
    this.#socket.close(code, reason)
    this.#cut = true
  }

  #send(type: string, text: string): void {
    if (this.#socket.bufferedAmount > MOST_UNREAD_BYTES) return this.cutOff()
    this.#socket.send(text)
    const kind = this.#watch.sent(type)
    if (kind !== null) this.cut(kind)
  }

  #sleep(): void {
    this.#wake.stop()
    const dueMs = this.#session.nextDueMs
    if (dueMs === null || this.#cut) return
    this.#wake.start(Math.max(0, dueMs - this.#nowMs))
  }

  #closed(code: number, onClosed: () => void): void {
    this.#cut = true
    this.#endPings()
    this.#wake.stop()
    this.#timed.end()
    this.#session.wasClosed(code)
    onClosed()
  }
}
