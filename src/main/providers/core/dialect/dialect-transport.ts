import { type Fields, isFields } from '../../../talk/core/realtime/wire-fields'
import type { RealtimeConnection, RealtimeTransport, TransportListener } from '../transport-port'
import type { Dialect } from './dialect'
import { dialectOf } from './dialect-of'

/** Sound goes out in the same words everywhere, fifty times a second. */
const APPEND = '{"type":"input_audio_buffer.append"'

const hearing = (dialect: Dialect, listener: TransportListener): TransportListener => ({
  ...listener,
  message: (text) => {
    const event = read(text)
    if (event === null) return listener.message(text)
    for (const each of dialect.decode(event)) listener.message(JSON.stringify(each))
  },
})

const speaking = (dialect: Dialect, socket: RealtimeConnection): RealtimeConnection => ({
  send: (text) => {
    if (text.startsWith(APPEND)) return socket.send(text)
    const event = read(text)
    const said = event === null ? null : dialect.encode(event)
    if (said !== null) socket.send(JSON.stringify(said))
  },
  probe: () => socket.probe(),
  close: () => socket.close(),
  get bufferedBytes() {
    return socket.bufferedBytes
  },
})

/** Speaks a server's dialect on the wire and GA inside. A target without one gets the socket as it is: nothing stands in its way. */
export const inDialect = (inner: RealtimeTransport): RealtimeTransport => ({
  connect: (target, listener) => {
    const dialect = dialectOf(target.url, target.dialect ?? 'ga')
    return dialect === null ? inner.connect(target, listener) : speaking(dialect, inner.connect(target, hearing(dialect, listener)))
  },
})

function read(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text)
    return isFields(value) ? value : null
  } catch {
    return null
  }
}
