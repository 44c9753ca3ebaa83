import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { Verdict } from './handshake'

/** Before any upgrade, in the words of HTTP. */
export const refuseByHttp = (socket: Duplex, { status, body }: Extract<Verdict, { kind: 'http' }>): void => {
  const json = JSON.stringify({ error: body })
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\nConnection: close\r\n\r\n${json}`,
  )
}
