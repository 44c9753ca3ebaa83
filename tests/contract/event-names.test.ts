import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime'
import { expect, it } from 'vitest'
import { READERS } from '../../src/main/talk/core/realtime/event-readers'
import type { ServerEventType } from '../../src/main/talk/core/realtime/server-event'

/** xAI's own; every other name must be one of the vendor's current protocol. The compiler checks it. */
const FOREIGN = 'conversation.item.input_audio_transcription.updated'
type Invented = Exclude<ServerEventType, RealtimeServerEvent['type'] | typeof FOREIGN>
const nothingInvented: [Invented] extends [never] ? true : false = true

/** What the app leaves to `unknown` on purpose; a new name of the vendor's appears here as a compile error. */
const UNREAD: Readonly<Record<Exclude<RealtimeServerEvent['type'], ServerEventType>, string>> = {
  'conversation.item.created': 'legacy name of added, translated',
  'conversation.item.retrieved': 'never asked for',
  'conversation.item.input_audio_transcription.segment': 'diarisation only',
  'input_audio_buffer.dtmf_event_received': 'telephony only',
  'output_audio_buffer.started': 'WebRTC only',
  'output_audio_buffer.stopped': 'WebRTC only',
  'output_audio_buffer.cleared': 'WebRTC only',
  'response.function_call_arguments.delta': 'only the whole counts',
  'response.mcp_call_arguments.delta': 'its item is told whole',
  'response.mcp_call_arguments.done': 'its item is told whole',
  'response.mcp_call.completed': 'its item says so',
  'response.mcp_call.failed': 'its item says so',
  'mcp_list_tools.in_progress': 'its item says so',
  'mcp_list_tools.completed': 'its item has the list',
}

it('reads or leaves each of the 46 server events of the protocol, and invents none', () => {
  const read = Object.keys(READERS).filter((type) => type !== FOREIGN)
  expect([nothingInvented, read.length + Object.keys(UNREAD).length]).toEqual([true, 46])
})
