import type { ClientRequest } from 'node:http'
import { WebSocket } from 'ws'
import { inDialect } from '../core/dialect/dialect-transport'
import type { RealtimeConnection, RealtimeTransport, TransportClosed, TransportListener, TransportTarget } from '../core/transport-port'

/** A connection attempt that has not been answered by then is dead. */
const HANDSHAKE_TIMEOUT_MS = 15_000
/** `item.retrieve` of long audio can be large; see docs/wire-facts.md, Frames and pings. */
const MAX_PAYLOAD_BYTES = 64 * 1024 * 1024

/** Whatever the environment says: `NODE_TLS_REJECT_UNAUTHORIZED=0` and `--tls-min-v1.0` are for others. A key goes to a proved host only. */
const TRUSTED_ONLY = { rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const

const PRINTABLE = /^[\x21-\x7e]*$/

type Report = (why: TransportClosed) => void

/** Sends `closed` once, whatever order `ws` reports things in, and nothing after our own `close()`. */
function onceClosed(listener: TransportListener): { report: Report; silence: () => void } {
  let done = false
  return {
    report: (why) => {
      if (done) return
      done = true
      listener.closed(why)
    },
    silence: () => {
      done = true
    },
  }
}

/** Where Node tried several addresses of a host, the error has a code and no words. */
const reasonOf = (error: Error): string => (error.message === '' && 'code' in error ? String(error.code) : error.message)

function follow(socket: WebSocket, listener: TransportListener, report: Report): void {
  let serverTime: number | null = null
  socket.on('upgrade', ({ headers: { date = '' } }) => {
    const time = Date.parse(date)
    serverTime = Number.isNaN(time) ? null : time
  })
  socket.on('open', () => listener.opened(serverTime))
  socket.on('message', (data, isBinary) => {
    listener.alive()
    if (!isBinary) listener.message(data.toString())
  })
  socket.on('ping', () => listener.alive())
  socket.on('pong', () => listener.alive())
  socket.on('unexpected-response', (_request, response) => {
    report({ closeCode: null, closeReason: '', httpStatus: response.statusCode ?? null })
    socket.terminate()
  })
  // The error's text can hold an address but never a header; the close event that follows carries the rest.
  socket.on('error', (error) => report({ closeCode: null, closeReason: reasonOf(error), httpStatus: null }))
  socket.on('close', (code, reason) => report({ closeCode: code, closeReason: reason.toString(), httpStatus: null }))
}

/**
 * The upstream WebSocket. Redirects are never followed: a key goes to the host it was entered for and to no other.
 * Compression is off because base64 PCM does not shrink and the audio road must not wait for zlib.
 */
const socketTransport: RealtimeTransport = {
  connect(target: TransportTarget, listener: TransportListener): RealtimeConnection {
    const socket = new WebSocket(target.url, [...(target.protocols ?? [])], {
      headers: target.headers,
      perMessageDeflate: false,
      followRedirects: false,
      handshakeTimeout: HANDSHAKE_TIMEOUT_MS,
      maxPayload: MAX_PAYLOAD_BYTES,
      finishRequest: (request) => endAsTyped(request, target.url),
      ...TRUSTED_ONLY,
    })
    const { report, silence } = onceClosed(listener)
    follow(socket, guard(listener, () => socket.readyState === WebSocket.OPEN), report)
    return {
      send: (text) => socket.readyState === WebSocket.OPEN && socket.send(text),
      probe: () => socket.readyState === WebSocket.OPEN && socket.ping(),
      close: () => {
        silence()
        closePolitely(socket)
      },
      get bufferedBytes() {
        return socket.bufferedAmount
      },
    }
  },
}

/** Every socket of ours speaks the dialect of its target: there is no way around the edge that keeps the beta shape from OpenAI and Azure. */
export const wsTransport: RealtimeTransport = inDialect(socketTransport)

/** `ws` asks for what `URL` makes of the query; a signed one is wrong then. What could break the request line stays as `URL` wrote it. */
function endAsTyped(request: ClientRequest, url: string): void {
  const mark = url.indexOf('?')
  if (mark !== -1 && PRINTABLE.test(url.slice(mark))) request.path = `${request.path.split('?', 1).join('')}${url.slice(mark)}`
  request.end()
}

function guard(listener: TransportListener, isOpen: () => boolean): TransportListener {
  return { ...listener, message: (text) => isOpen() && listener.message(text) }
}

function closePolitely(socket: WebSocket): void {
  socket.on('error', () => undefined) // aborting a handshake reports an error that nobody needs
  if (socket.readyState === WebSocket.OPEN) socket.close(1000)
  else socket.terminate()
}
