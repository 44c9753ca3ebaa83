import type { RealtimeConnection, RealtimeTransport, TransportListener } from '../../../../src/main/providers/core/transport-port'
import { wsTransport } from '../../../../src/main/providers/adapters/ws-transport'
import { isFields } from '../../../../src/main/practice/session/fields'

/** What went through the real sockets, and whether something is still under way. */
export interface WireCount {
  readonly transport: RealtimeTransport
  /** PCM bytes of a person's voice that left. */
  voiceBytes: number
  /** Grows with everything but sound. */
  activity: number
  readonly unsettled: ReadonlySet<object>
}

const bytesIn = (base64: unknown): number => (typeof base64 === 'string' ? Buffer.byteLength(base64, 'base64') : 0)

const voiceIn = (event: unknown): number => {
  if (!isFields(event)) return 0
  if (event['type'] === 'input_audio_buffer.append') return bytesIn(event['audio'])
  const item = event['item']
  const content = isFields(item) && Array.isArray(item['content']) ? item['content'] : []
  return content.reduce((sum: number, part: unknown) => sum + (isFields(part) && part['type'] === 'input_audio' ? bytesIn(part['audio']) : 0), 0)
}

/** The real transport, counted; what main throws while it hears is told. */
export function countWire(threw: (cause: unknown) => void): WireCount {
  const unsettled = new Set<object>()
  const count: WireCount = { transport: { connect }, voiceBytes: 0, activity: 0, unsettled }
  const guarded = <Args extends readonly unknown[]>(run: (...args: Args) => void) => (...args: Args) => {
    count.activity += 1
    try {
      run(...args)
    } catch (cause) {
      threw(cause)
    }
  }
  function connect(...[target, listener]: Parameters<RealtimeTransport['connect']>): RealtimeConnection {
    const self = {}
    let isOpen = false
    unsettled.add(self)
    const settled = (open: boolean) => {
      isOpen = open
      unsettled.delete(self)
    }
    const heard: TransportListener = {
      opened: guarded((serverTime: number | null) => (settled(true), listener.opened(serverTime))),
      message: guarded((text: string) => listener.message(text)),
      alive: () => listener.alive(),
      closed: guarded((why) => (settled(false), listener.closed(why))),
    }
    const inner = wsTransport.connect(target, heard)
    count.activity += 1
    return {
      send: (text) => {
        inner.send(text)
        if (!isOpen) return
        const event: unknown = JSON.parse(text)
        count.voiceBytes += voiceIn(event)
        if (!isFields(event) || event['type'] !== 'input_audio_buffer.append') count.activity += 1
      },
      probe: () => {
        count.activity += 1
        inner.probe()
      },
      close: () => {
        settled(false)
        count.activity += 1
        inner.close()
      },
      get bufferedBytes() {
        return inner.bufferedBytes
      },
    }
  }
  return count
}
