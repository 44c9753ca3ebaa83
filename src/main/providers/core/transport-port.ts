import type { DialectName } from '../../../shared/providers/profiles/profile'

/** The socket to an endpoint, as the services see it; ports.ts passes it on. */

/** Where to connect and with what. `authorization` is a secret: transports must not log it. */
export interface TransportTarget {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Of the WebSocket: some servers take their key there. A secret, too. */
  readonly protocols?: readonly string[]
  /** Left out: GA. */
  readonly dialect?: DialectName
}

/** Why a socket ended. Exactly one of `closeCode` and `httpStatus` is set when the server said anything at all. */
export interface TransportClosed {
  readonly closeCode: number | null
  readonly closeReason: string
  readonly httpStatus: number | null
}

export interface TransportListener {
  /** `serverTime`: the handshake's `Date`, in ms since 1970; null where there is none. */
  readonly opened: (serverTime: number | null) => void
  /** One text frame, unparsed. */
  readonly message: (text: string) => void
  /** Anything at all came: a message, a ping, a pong. */
  readonly alive: () => void
  /** Exactly once, also when the connection never opened. */
  readonly closed: (why: TransportClosed) => void
}

/** One socket. Nothing is delivered to the listener after `close()` or after `closed`. */
export interface RealtimeConnection {
  /** `text` is one JSON client event. */
  send(text: string): void
  /** Asks for a sign of life; a live server answers with `alive`. */
  probe(): void
  close(): void
  /** Bytes accepted but not yet on the network. */
  readonly bufferedBytes: number
}

export interface RealtimeTransport {
  connect(target: TransportTarget, listener: TransportListener): RealtimeConnection
}
