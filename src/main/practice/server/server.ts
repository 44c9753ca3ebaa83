import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { Connection } from './connection'
import type { CutKind } from '../faults/cuts'
import { closeReason, errorEvent } from '../session/errors'
import { FaultBox, type Fault, type FaultName } from '../faults/faults'
import { judge, tooManyConnections, type Verdict } from './handshake'
import { DEFAULT_PACING } from '../output/pacing'
import { PING_MS } from './pings'
import { serverTimers } from './server-timers'
import { refuseByHttp } from './refusal'
import type { ScriptedResponse } from '../script/script'
import { PracticeSession } from '../session/session'
import type { ObservedSession } from '../session/observer'
import type { PracticeOptions, PracticeServer, PracticeStats } from './practice-server'

export type { PracticeOptions, PracticeServer } from './practice-server'

export const PRACTICE_MODEL = 'practice-echo'

/** base64 makes a third more of 15 MiB; what is larger still is answered by the socket itself. */
const MAX_FRAME_BYTES = 32 * 1_024 * 1_024
/** Nobody who was refused has anything to say. */
const MAX_REFUSED_BYTES = 64 * 1_024
const CLOSING_MS = 250
/** For whoever was refused to read why. */
const REFUSED_MS = 5_000
/** The app has one, a second while a session takes over from another, and a third for a test. */
const MOST_CONNECTIONS = 8
/** With those that have not said yet what they want. */
const MOST_SOCKETS = 64
/** A client of this computer sends its headers at once. */
const HEADERS_MS = 5_000

const delay = (ms: number): Promise<void> => new Promise((resolve) => serverTimers.after(ms, resolve))

const handleProtocols = (protocols: Set<string>): string | false => (protocols.has('realtime') ? 'realtime' : false)

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    // Loopback only: nobody else on the network can reach it.
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

class RunningServer {
  readonly token: string
  readonly #options: PracticeOptions
  readonly #faults = new FaultBox()
  readonly #script: ScriptedResponse[]
  readonly #connections = new Set<Connection>()
  readonly #http = createServer({ headersTimeout: HEADERS_MS, requestTimeout: HEADERS_MS, connectionsCheckingInterval: 1_000 }, (_request, response) => response.writeHead(426).end('This is a WebSocket endpoint.\n'))
  // Pongs are sent by hand, because a half-open connection must not send any.
  readonly #webSockets = new WebSocketServer({
    noServer: true,
    autoPong: false,
    maxPayload: MAX_FRAME_BYTES,
    handleProtocols,
  })
  readonly #refusals = new WebSocketServer({ noServer: true, maxPayload: MAX_REFUSED_BYTES, handleProtocols })
  readonly #accepted = new Set<Duplex>()
  #sessionCount = 0
  #refusedHandshakes = 0
  #refusedConnects = 0
  port = 0

  constructor(options: PracticeOptions) {
    this.#options = options
    this.token = options.token ?? `practice-${randomBytes(16).toString('hex')}`
    this.#script = [...(options.script ?? [])]
    this.#faults.set(options.faults ?? [])
    this.#webSockets.on('headers', (headers) => headers.push(`Date: ${new Date(this.#nowMs).toUTCString()}`))
    this.#http.maxConnections = MOST_SOCKETS
    this.#refusals.on('headers', (headers) => headers.push(`Date: ${new Date(this.#nowMs).toUTCString()}`))
    this.#http.on('upgrade', (request, socket, head) => void this.#upgrade(request, socket, head))
  }

  async start(): Promise<this> {
    this.port = await listen(this.#http, this.#options.port ?? 0)
    return this
  }

  /** By the clock that clients are told. */
  get #nowMs(): number {
    return Date.now() - (this.#faults.valueOf('other-clock', 3_600) ?? 0) * 1_000
  }

  get url(): string {
    return `ws://127.0.0.1:${this.port}/v1/realtime`
  }

  get stats(): PracticeStats {
    return {
      sessionCount: this.#sessionCount,
      openSessions: [...this.#connections].filter(({ isOpen }) => isOpen).length,
      activeResponses: [...this.#connections].reduce((sum, { session }) => sum + session.activeResponses, 0),
      refusedHandshakes: this.#refusedHandshakes,
      refusedConnects: this.#refusedConnects,
    }
  }

  setFaults(faults: readonly (Fault | FaultName)[]): void {
    this.#faults.set(faults)
    for (const connection of this.#connections) connection.faultsChanged()
  }

  addFaults(faults: readonly (Fault | FaultName)[]): void {
    this.#faults.add(faults)
    for (const connection of this.#connections) connection.faultsChanged()
  }

  cut(kind: CutKind): ObservedSession | null {
    const newest = [...this.#connections].at(-1)
    return newest?.cut(kind) === true ? newest.session : null
  }

  addScript(script: readonly ScriptedResponse[]): void {
    this.#script.push(...script)
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.#http.close(() => resolve()))
    for (const connection of this.#connections) connection.close(1_001, 'The practice endpoint is shutting down.')
    await Promise.race([closed, delay(CLOSING_MS)])
    for (const { clients } of [this.#webSockets, this.#refusals]) for (const socket of clients) socket.terminate()
    this.#http.closeAllConnections()
    await closed
  }

  async #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy())
    const verdict = judge(request, this.token, this.#faults)
    const waitMs = this.#faults.take('slow-handshake', 3_000)
    if (waitMs !== null) await delay(waitMs)
    if (verdict.kind === 'http') return this.#refuseByHttp(socket, verdict)
    if (verdict.kind === 'refused') return this.#refusals.handleUpgrade(request, socket, head, (webSocket) => this.#refuse(webSocket, verdict))
    if (this.#accepted.size >= MOST_CONNECTIONS) return this.#refuseByHttp(socket, tooManyConnections)
    this.#accepted.add(socket.once('close', () => this.#accepted.delete(socket)))
    this.#webSockets.handleUpgrade(request, socket, head, (webSocket) => void this.#accept(webSocket, verdict))
  }

  #refuseByHttp(socket: Duplex, verdict: Extract<Verdict, { kind: 'http' }>): void {
    this.#refusedHandshakes += 1
    refuseByHttp(socket, verdict)
  }

  async #accept(webSocket: WebSocket, verdict: Extract<Verdict, { kind: 'accepted' }>): Promise<void> {
    const waitMs = this.#faults.take('slow-session-created', 3_000)
    if (waitMs !== null) {
      webSocket.pause()
      await delay(waitMs)
      webSocket.resume()
    }
    this.#serve(webSocket, verdict.model)
  }

  #refuse(webSocket: WebSocket, { body, closeCode }: Extract<Verdict, { kind: 'refused' }>): void {
    this.#refusedConnects += 1
    webSocket.on('error', () => webSocket.terminate())
    webSocket.send(JSON.stringify({ event_id: `event_${randomBytes(6).toString('hex')}`, ...errorEvent(body) }))
    webSocket.close(closeCode, closeReason(body))
    serverTimers.after(REFUSED_MS, () => webSocket.terminate())
  }

  #serve(socket: WebSocket, model: string): void {
    const session = new PracticeSession({
      seed: randomBytes(6).toString('hex'),
      model,
      startedAt: this.#nowMs / 1_000,
      lifetimeSeconds: this.#options.lifetimeSeconds ?? 3_600,
      graceSeconds: this.#options.graceSeconds ?? 0,
      pacing: { ...DEFAULT_PACING, ...this.#options.pacing },
      faults: this.#faults,
      nextScripted: () => this.#script.shift(),
      observe: this.#options.observe,
    })
    this.#sessionCount += 1
    const pingMs = this.#options.pingMs ?? PING_MS
    const connection = new Connection({ socket, session, faults: this.#faults, pingMs, onClosed: () => this.#connections.delete(connection) })
    this.#connections.add(connection)
    connection.open()
  }
}

/** Starts the built-in Realtime endpoint on loopback. */
export const startPracticeServer = (options: PracticeOptions = {}): Promise<PracticeServer> => new RunningServer(options).start()
