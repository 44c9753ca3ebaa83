import type { RawData, WebSocket } from 'ws'
import type { FaultBox, FaultName } from './faults'
import type { PracticeSession } from './session'
import type { Emission } from './wire'

/** The real server pings about every 20.3 s with four bytes (reference §1.7). */
export const PING_MS = 20_300
const PING_PAYLOAD = Buffer.from('ping')

const TIMED_FAULTS: readonly FaultName[] = ['half-open', 'expire-after-ms', 'drop-after-ms']

export interface ConnectionOptions {
  readonly socket: WebSocket
  readonly session: PracticeSession
  readonly faults: FaultBox
  readonly pingMs: number
  readonly onClosed: () => void
}

const textOf = (message: RawData): string => (Array.isArray(message) ? Buffer.concat(message) : Buffer.from(message as Buffer)).toString('utf8')

/** One socket and its session: owns the clock, the pings, and the faults that happen to sockets. */
export class Connection {
  readonly #socket: WebSocket
  readonly #session: PracticeSession
  readonly #faults: FaultBox
  readonly #startedMs = performance.now()
  readonly #pings: NodeJS.Timeout
  #wake: NodeJS.Timeout | undefined
  #faultTimers: NodeJS.Timeout[] = []
  #halfOpen = false
  #cut = false
  #appends = 0
  #audioDeltas = 0

  constructor({ socket, session, faults, pingMs, onClosed }: ConnectionOptions) {
    this.#socket = socket
    this.#session = session
    this.#faults = faults
    this.#pings = setInterval(() => this.#ping(), pingMs)
    socket.on('message', (message, isBinary) => this.#receive(message, isBinary))
    socket.on('ping', (payload) => this.#pong(payload))
    socket.on('error', () => this.#drop())
    socket.on('close', (code) => this.#closed(code, onClosed))
  }

  open(): void {
    this.#deliver(this.#session.open())
    this.faultsChanged()
  }

  /** Looks at the timed faults again; a fault that is gone gives a half-open socket back its life. */
  faultsChanged(): void {
    for (const timer of this.#faultTimers) clearTimeout(timer)
    if (!this.#faults.has('half-open')) this.#setHalfOpen(false)
    this.#faultTimers = TIMED_FAULTS.filter((name) => this.#faults.has(name)).map((name) => setTimeout(() => this.#strike(name), this.#untilFault(name)))
  }

  close(code: number, reason: string): void {
    this.#socket.close(code, reason)
  }

  terminate(): void {
    this.#socket.terminate()
  }

  get #nowMs(): number {
    return performance.now() - this.#startedMs
  }

  #untilFault(name: FaultName): number {
    const atMs = this.#faults.look(name, name === 'half-open' ? 0 : 1_000) ?? 0
    return Math.max(0, atMs - this.#nowMs)
  }

  #strike(name: FaultName): void {
    if (!this.#faults.strike(name)) return
    if (name === 'half-open') this.#setHalfOpen(true)
    else if (name === 'expire-after-ms') this.#deliver(this.#session.expire())
    else this.#drop()
  }

  /** Not reading at all is what a dead peer looks like: pings and close frames find no answer, the client's send buffer fills up. */
  #setHalfOpen(halfOpen: boolean): void {
    if (this.#halfOpen === halfOpen) return
    this.#halfOpen = halfOpen
    if (halfOpen) this.#socket.pause()
    else this.#socket.resume()
  }

  #receive(message: RawData, isBinary: boolean): void {
    if (this.#cut) return
    const text = textOf(message)
    if (this.#dropsAt(text)) this.#drop()
    else this.#deliver(isBinary ? this.#session.receiveBinary(text.length, this.#nowMs) : this.#session.receive(text, this.#nowMs))
  }

  #dropsAt(text: string): boolean {
    if (text.includes('"input_audio_buffer.append"')) this.#appends += 1
    const limit = this.#faults.look('drop-after-appends', 10)
    if (limit !== null && this.#appends >= limit) return this.#faults.strike('drop-after-appends')
    return text.includes('"input_audio_buffer.commit"') && this.#faults.strike('drop-on-commit')
  }

  #deliver(emissions: readonly Emission[]): void {
    for (const emission of emissions) {
      if (this.#cut || this.#halfOpen) continue
      if (emission.kind === 'close') this.#socket.close(emission.code, emission.reason)
      else this.#send(emission.frame.type, JSON.stringify(emission.frame))
    }
    this.#sleep()
  }

  #send(type: string, text: string): void {
    this.#socket.send(text)
    if (type !== 'response.output_audio.delta') return
    this.#audioDeltas += 1
    const limit = this.#faults.look('drop-mid-answer', 2)
    if (limit !== null && this.#audioDeltas >= limit && this.#faults.strike('drop-mid-answer')) this.#dropAfterFlush()
  }

  #sleep(): void {
    clearTimeout(this.#wake)
    const dueMs = this.#session.nextDueMs
    if (dueMs === null || this.#cut) return
    this.#wake = setTimeout(() => this.#deliver(this.#session.advance(this.#nowMs)), Math.max(0, dueMs - this.#nowMs))
  }

  #ping(): void {
    if (!this.#halfOpen && !this.#cut) this.#socket.ping(PING_PAYLOAD)
  }

  #pong(payload: Buffer): void {
    if (!this.#halfOpen && !this.#cut) this.#socket.pong(payload)
  }

  /** The client sees close code 1006: no close frame, the TCP connection just ends. */
  #drop(): void {
    this.#cut = true
    this.#socket.terminate()
  }

  /** What was sent before the cut should arrive, so the cut waits one turn of the event loop. */
  #dropAfterFlush(): void {
    this.#cut = true
    setImmediate(() => this.#socket.terminate())
  }

  #closed(code: number, onClosed: () => void): void {
    this.#cut = true
    clearInterval(this.#pings)
    clearTimeout(this.#wake)
    for (const timer of this.#faultTimers) clearTimeout(timer)
    this.#session.noteClosed(code)
    onClosed()
  }
}
