import { describe, expect, it } from 'vitest'
import { eventHeard, frameTold } from '../../../../src/main/practice/personalities/beta-wire'
import { BETA } from '../../../../src/main/providers/core/dialect/beta'
import { parseServerEvent } from '../../../../src/main/talk/core/realtime/server-event'
import { BETA_CLIENT_EVENTS, BETA_SERVER_EVENTS, BETA_SESSION } from './beta-types'
import { randomSession } from './random-session'

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed)
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

/** A value for each field that the types name. */
const VALUES: Readonly<Record<string, unknown>> = {
  session: { id: 's', modalities: ['text', 'audio'], voice: 'sage', input_audio_format: 'pcm16', turn_detection: null, temperature: 0.8, client_secret: { value: 'x' } },
  item: { id: 'msg_1', type: 'message', role: 'assistant', status: 'completed', content: [{ type: 'text', text: 'Hi.' }, { type: 'audio', transcript: 'Hi.' }] },
  response: { id: 'resp_1', modalities: ['text', 'audio'], voice: 'sage', output_audio_format: 'pcm16', temperature: 0.8, output: [{ type: 'message', role: 'assistant', content: [{ type: 'audio', transcript: 'Hi.' }] }] },
  error: { type: 'server_error', message: 'No.' },
  part: { type: 'audio', transcript: '' },
  conversation: { id: 'conv_1' },
  rate_limits: [],
}
const NUMBERS = new Set(['content_index', 'output_index', 'audio_end_ms', 'audio_start_ms'])

const example = (type: string, fields: readonly string[]) => {
  const names = fields.map((name) => name.replace('?', ''))
  return { type, ...Object.fromEntries(names.map((name) => [name, VALUES[name] ?? (NUMBERS.has(name) ? 0 : `${name}_1`)])) }
}

/** What Parley reads nothing of. */
const UNREAD = new Set(['conversation.item.retrieved', 'response.function_call_arguments.delta', 'output_audio_buffer.started', 'output_audio_buffer.stopped', 'output_audio_buffer.cleared'])

describe('the beta dialect', () => {
  it.each(Object.entries(BETA_SERVER_EVENTS))('reads %s as GA', (type, fields) => {
    const read = BETA.decode(example(type, fields)).map((event) => parseServerEvent(JSON.stringify(event)).kind)
    expect(new Set(read)).toEqual(new Set([UNREAD.has(type) ? 'unknown' : 'known']))
  })

  it('leaves no word of the beta in what it reads', () => {
    const read = Object.entries(BETA_SERVER_EVENTS).flatMap(([type, fields]) => BETA.decode(example(type, fields)))
    const text = JSON.stringify(read)
    expect(text).not.toMatch(/"type":"(response\.(text|audio|audio_transcript)\.|conversation\.item\.created|transcription_session)|"modalities"|temperature|client_secret|"input_audio_format"|"output_audio_format"/)
    expect(JSON.stringify(BETA.decode(example('conversation.item.created', ['item'])))).toContain('"output_text"')
  })

  it.each(Object.keys(BETA_CLIENT_EVENTS))('says nothing in %s that its types do not have', (type) => {
    const ga = { 'session.update': { session: randomSession(1) }, 'transcription_session.update': { session: { type: 'transcription', audio: {} } }, 'conversation.item.create': { item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi.' }] } } }[type] ?? {}
    const said = BETA.encode({ type: type.replace('transcription_session', 'session'), event_id: 'e', ...ga })
    const allowed = ['type', ...(BETA_CLIENT_EVENTS[type] ?? []).map((name) => name.replace('?', ''))]
    expect([said?.['type'], Object.keys(said ?? {}).filter((name) => !allowed.includes(name))]).toEqual([type, []])
  })

  it('says a session in its own words alone, and reads it back as it was', () => {
    for (const seed of SEEDS) {
      const session = randomSession(seed)
      const said = BETA.encode({ type: 'session.update', session })?.['session'] as object
      expect(Object.keys(said).filter((name) => !BETA_SESSION.includes(name))).toEqual([])
      expect(BETA.decode({ type: 'session.updated', session: said })).toEqual([{ type: 'session.updated', session }])
    }
  })

  it('is understood by a server that shares none of its code, whose words it understands', () => {
    for (const seed of SEEDS) {
      const session = randomSession(seed)
      const said = BETA.encode({ type: 'session.update', session }) ?? {}
      expect(asJson(eventHeard(said))).toEqual({ type: 'session.update', session })
      const told = frameTold({ type: 'session.updated', event_id: 'e', session: { id: 's', model: 'm', ...session } })
      expect(BETA.decode(asJson(told) as Readonly<Record<string, unknown>>)).toEqual([{ type: 'session.updated', event_id: 'e', session: { id: 's', object: 'realtime.session', model: 'm', ...session } }])
    }
  })

  it('asks for a response in the old words', () => {
    const response = { conversation: 'none', output_modalities: ['audio'], max_output_tokens: 9, tool_choice: { type: 'function', name: 'now' }, audio: { output: { voice: 'sage' } }, reasoning: { effort: 'low' }, metadata: { a: 'b' }, input: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hi.' }] }] }
    const said = BETA.encode({ type: 'response.create', response })
    expect(said).toEqual({
      type: 'response.create',
      response: { conversation: 'none', modalities: ['text', 'audio'], max_response_output_tokens: 9, tool_choice: 'now', voice: 'sage', metadata: { a: 'b' }, input: [{ type: 'message', role: 'assistant', content: [{ type: 'text', text: 'Hi.' }] }] },
    })
    expect(asJson(eventHeard(said ?? {}))).toEqual({ type: 'response.create', response: asJson({ ...response, reasoning: undefined }) })
  })

  it('has no word for an image, nor for what came later', () => {
    const image = { type: 'input_image', image_url: 'data:image/png;base64,AA==' }
    const create = (...content: readonly object[]) => BETA.encode({ type: 'conversation.item.create', item: { type: 'message', role: 'user', content } })
    expect([create(image), create({ type: 'input_text', text: 'Look.' }, image), BETA.encode({ type: 'conversation.item.create', item: { type: 'mcp_approval_response', approve: true } })]).toEqual([
      null, { type: 'conversation.item.create', item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Look.' }] } }, null,
    ])
  })

  it('tells of an item that is whole in two events, of one in progress in one', () => {
    const types = (status: string) => BETA.decode({ type: 'conversation.item.created', item: { id: 'a', type: 'message', role: 'user', status, content: [] } }).map(({ type }) => type)
    expect([types('completed'), types('in_progress')]).toEqual([['conversation.item.added', 'conversation.item.done'], ['conversation.item.added']])
  })
})
