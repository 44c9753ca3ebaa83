import type { WebSocket } from 'ws'

/** The real server pings about every 20.3 s with four bytes (docs/wire-facts.md, Frames and pings). */
export const PING_MS = 20_300
const PING_PAYLOAD = Buffer.from('ping')

/** Pings, and answers to those of the client, while the connection is alive. Returns the end of it. */
export function keepPinging(socket: WebSocket, pingMs: number, isAlive: () => boolean): () => void {
  const timer = setInterval(() => isAlive() && socket.ping(PING_PAYLOAD), pingMs)
  socket.on('ping', (payload: Buffer) => isAlive() && socket.pong(payload))
  return () => clearInterval(timer)
}
