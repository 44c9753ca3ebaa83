import type { WebSocket } from 'ws'
import { every } from './server-timers'

/** The real server pings about every 20.3 s with four bytes (docs/wire-facts.md, Frames and pings). */
export const PING_MS = 20_300
const PING_PAYLOAD = Buffer.from('ping')

/** Pings, and answers to those of the client, while the connection is alive. Returns the end of it. */
export function keepPinging(socket: WebSocket, pingMs: number, isAlive: () => boolean): () => void {
  const end = every(pingMs, () => isAlive() && socket.ping(PING_PAYLOAD))
  socket.on('ping', (payload: Buffer) => isAlive() && socket.pong(payload))
  return end
}
