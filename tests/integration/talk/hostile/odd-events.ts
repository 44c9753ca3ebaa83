import { BELL } from './bell'
import type { OddEvent } from './steps'
import type { ServerSession } from './server-session'

const HUGE_CHARS = 300_000

type Saying = (session: ServerSession) => void

const known = (session: ServerSession, at: number): string => session.items.at(at) ?? 'item_nobody'
/** Where echoes have names and perhaps words of their own, a typed text that nobody wrote can be told from none of them. */
const foreign = (session: ServerSession) => {
  const role = session.watch.manners().echo === 'fresh' ? 'assistant' : 'user'
  const type = role === 'user' ? 'input_text' : 'output_text'
  return { id: session.name('item'), object: 'realtime.item', type: 'message', role, status: 'completed', content: [{ type, text: 'Nobody said this.' }] }
}
const call = (session: ServerSession) => ({ id: session.name('item'), object: 'realtime.item', type: 'function_call', status: 'completed', call_id: session.call(), name: BELL, arguments: '{}' })

/** What a server says out of nothing. */
const SAYINGS: Readonly<Record<OddEvent, Saying>> = {
  'speech-started': (session) => session.say({ type: 'input_audio_buffer.speech_started', item_id: 'item_vad', audio_start_ms: 0 }),
  'speech-stopped': (session) => session.say({ type: 'input_audio_buffer.speech_stopped', item_id: 'item_vad', audio_end_ms: 0 }),
  'delete-newest': (session) => session.say({ type: 'conversation.item.deleted', item_id: known(session, -1) }),
  'delete-oldest': (session) => session.say({ type: 'conversation.item.deleted', item_id: known(session, 0) }),
  'quota-error': (session) => session.error('insufficient_quota', null, 'insufficient_quota'),
  'plain-error': (session) => session.error('invalid_value', ''),
  'created-again': (session) => session.say({ type: 'session.created', session: { id: 'sess_again', object: 'realtime.session', type: 'realtime' } }),
  'updated-again': (session) => session.say({ type: 'session.updated', session: { type: 'realtime' } }),
  'rate-limits': (session) => session.say({ type: 'rate_limits.updated', rate_limits: [{ name: 'tokens', limit: null, remaining: -1, reset_seconds: 'soon' }, 7] }),
  'no-json': (session) => session.raw('{"type":"response.done"'),
  'no-object': (session) => session.raw('[null]'),
  'no-type': (session) => session.raw('{"type":5,"response":null}'),
  'huge-text': (session) => session.say({ type: 'response.output_text.delta', response_id: 'resp_huge', item_id: 'item_huge', output_index: 0, content_index: 0, delta: 'huge '.repeat(HUGE_CHARS / 5) }),
  committed: (session) => session.say({ type: 'input_audio_buffer.committed', item_id: session.name('item'), previous_item_id: 'item_nobody' }),
  call: (session) => session.say({ type: 'response.output_item.done', response_id: 'resp_nobody', output_index: 0, item: call(session) }),
  'foreign-item': (session) => session.item(foreign(session)),
  'truncate-newest': (session) => session.say({ type: 'conversation.item.truncated', item_id: known(session, -1), content_index: 0, audio_end_ms: 1 }),
  'words-of-old': (session) => session.say({ type: 'response.output_audio_transcript.done', response_id: 'resp_old', item_id: known(session, 0), output_index: 0, content_index: 0, transcript: '' }),
  'done-of-nobody': (session) => session.say({ type: 'response.done', response: { object: 'realtime.response', id: 'resp_nobody', status: 'completed', output: [] } }),
  'timeout-triggered': (session) => session.say({ type: 'input_audio_buffer.timeout_triggered', item_id: 'item_vad', audio_start_ms: 0, audio_end_ms: 1 }),
}

export const say = (session: ServerSession, event: OddEvent): void => SAYINGS[event](session)
