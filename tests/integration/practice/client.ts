import { WebSocket } from 'ws'
import type { PracticeServer } from '../../../src/main/practice/server/server'
import type { Frame } from '../../../src/main/practice/session/wire'

export interface Closed {
  readonly code: number
  readonly reason: string
}

/** A bare client: sends events, keeps every frame, waits for what it is told to. */
export interface Client {
  readonly socket: WebSocket
  readonly frames: readonly Frame[]
  readonly closed: Promise<Closed>
  send(...events: readonly object[]): void
  /** Resolves with the first frame of this type not yet waited for; rejects when the socket closes first. */
  until(type: string): Promise<Frame>
}

export interface ConnectOptions {
  readonly token?: string
  readonly query?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly protocols?: readonly string[]
  readonly autoPong?: boolean
}

const isFrame = (value: unknown): value is Frame => typeof value === 'object' && value !== null && 'type' in value

export const connect = (server: Pick<PracticeServer, 'url' | 'token'>, options: ConnectOptions = {}): Client => {
  const { token = server.token, query = '?model=practice-echo', headers, protocols = [], autoPong = true } = options
  const authorization = protocols.length > 0 ? {} : { authorization: `Bearer ${token}` }
  const socket = new WebSocket(`${server.url}${query}`, [...protocols], { headers: { ...authorization, ...headers }, autoPong })
  const frames: Frame[] = []
  const waiting = new Set<() => void>()
  let seen = 0
  const closed = new Promise<Closed>((resolve) => socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() })))
  // A refused handshake shows itself in `closed` (1006); the error event only says the same.
  socket.on('error', () => {})
  socket.on('message', (message) => {
    const frame: unknown = JSON.parse(message.toString())
    if (isFrame(frame)) frames.push(frame)
    for (const evaluate of waiting) evaluate()
  })
  const until = (type: string): Promise<Frame> =>
    new Promise((resolve, reject) => {
      const evaluate = (): void => {
        const at = frames.findIndex((frame, index) => index >= seen && frame.type === type)
        const found = frames[at]
        if (found === undefined) return
        seen = at + 1
        waiting.delete(evaluate)
        resolve(found)
      }
      waiting.add(evaluate)
      void closed.then(({ code }) => reject(new Error(`closed with ${code} before ${type}; got ${frames.map((frame) => frame.type).join(', ')}`)))
      evaluate()
    })
  return { socket, frames, closed, until, send: (...events) => events.forEach((event) => socket.send(JSON.stringify(event))) }
}
