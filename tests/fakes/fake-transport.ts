import type { RealtimeConnection, RealtimeTransport, TransportClosed, TransportListener, TransportTarget } from '../../src/main/providers/core/transport-port'

export interface FakeSocket {
  readonly target: TransportTarget
  readonly sent: { readonly type: string; readonly [field: string]: unknown }[]
  readonly listener: TransportListener
  closed: boolean
  bufferedBytes: number
  probes: number
  /** One event of the server. */
  say(event: { readonly type: string; readonly [field: string]: unknown }): void
  drop(why?: Partial<TransportClosed>): void
}

/** Sockets that a test plays the server of. Sending on a closed one is an error. */
export class FakeTransport implements RealtimeTransport {
  readonly sockets: FakeSocket[] = []

  connect(target: TransportTarget, listener: TransportListener): RealtimeConnection {
    const socket: FakeSocket = {
      target,
      listener,
      sent: [],
      closed: false,
      bufferedBytes: 0,
      probes: 0,
      say: (event) => {
        listener.alive()
        listener.message(JSON.stringify(event))
      },
      drop: (why) => {
        socket.closed = true
        listener.closed({ closeCode: 1006, closeReason: '', httpStatus: null, ...why })
      },
    }
    this.sockets.push(socket)
    return {
      send: (text) => {
        if (socket.closed) throw new Error(`sent on a closed socket: ${text}`)
        socket.sent.push(JSON.parse(text))
      },
      probe: () => {
        socket.probes += 1
      },
      close: () => {
        socket.closed = true
      },
      get bufferedBytes() {
        return socket.bufferedBytes
      },
    }
  }

  get last(): FakeSocket {
    const socket = this.sockets.at(-1)
    if (socket === undefined) throw new Error('nothing has connected')
    return socket
  }
}
