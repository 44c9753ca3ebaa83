import { setTimeout as delay } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ZodType } from 'zod'
import type { Fault, FaultName } from '../../../src/main/practice/faults/faults'
import type { ScriptedResponse } from '../../../src/main/practice/script/script'
import { startPracticeServer } from '../../support/practice/practice-server'
import type { Frame } from '../../../src/main/practice/session/wire'
import { append, CANCEL, COMMIT, CREATE, MANUAL, silence, speech, turn, turnDetection, update, userText } from '../../unit/practice/trace'
import { connect, type Client } from './client'

/**
 * Every frame against a schema we did not write: `realtimeServerEventSchema` of @openai/agents-realtime 0.20. The package's exports map
 * hides the file, so it is taken by path. Types that schema does not know (docs/wire-facts.md, Events and objects) are the only exception.
 */
const SCHEMA_FILE = '../../../node_modules/@openai/agents-realtime/dist/openaiRealtimeEvents.mjs'
const UNKNOWN_TO_THE_SCHEMA = ['input_audio_buffer.timeout_triggered', 'response.mcp_call.failed']

let schema: ZodType

beforeAll(async () => {
  const loaded = (await import(SCHEMA_FILE)) as { realtimeServerEventSchema: ZodType }
  schema = loaded.realtimeServerEventSchema
})

interface Scenario {
  readonly script?: readonly ScriptedResponse[]
  readonly faults?: readonly (Fault | FaultName)[]
  readonly play: (client: Client) => Promise<void>
  /** What must have been seen for the scenario to count as played. */
  readonly expects: readonly string[]
}

const spoken = Buffer.concat([silence(400), speech(500), silence(300)])
const done = (client: Client) => client.until('response.done')

const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'manual turn with transcription': {
    play: async (client) => {
      client.send(update({ audio: { input: { turn_detection: null, transcription: { model: 'gpt-4o-transcribe' } } } }), append(speech(600)), COMMIT, CREATE)
      await client.until('rate_limits.updated')
    },
    expects: ['session.updated', 'conversation.item.input_audio_transcription.completed', 'response.output_audio.delta', 'rate_limits.updated'],
  },
  'failed transcription': {
    faults: ['failed-transcription'],
    play: async (client) => {
      client.send(update({ audio: { input: { turn_detection: null, transcription: { model: 'whisper-1' } } } }), append(speech(200)), COMMIT)
      await client.until('conversation.item.input_audio_transcription.failed')
    },
    expects: ['conversation.item.input_audio_transcription.failed'],
  },
  'VAD turn and barge-in': {
    play: async (client) => {
      client.send(append(spoken))
      await client.until('response.output_audio.delta')
      client.send(append(speech(200)))
      await done(client)
    },
    expects: ['input_audio_buffer.speech_started', 'input_audio_buffer.speech_stopped', 'response.done'],
  },
  'idle timeout': {
    play: async (client) => {
      client.send(turnDetection({ type: 'server_vad', idle_timeout_ms: 5_000 }), append(spoken))
      await done(client)
      client.send(append(silence(8_000)))
      await done(client)
    },
    expects: ['input_audio_buffer.timeout_triggered'],
  },
  'cancel, truncate, retrieve, delete': {
    play: async (client) => {
      client.send(...turn(speech(2_000)))
      const { item_id } = await client.until('response.output_audio.delta')
      client.send(CANCEL, { type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 50 })
      client.send({ type: 'conversation.item.retrieve', item_id }, { type: 'conversation.item.delete', item_id }, { type: 'input_audio_buffer.clear' })
      await client.until('input_audio_buffer.cleared')
    },
    expects: ['conversation.item.truncated', 'conversation.item.retrieved', 'conversation.item.deleted', 'input_audio_buffer.cleared'],
  },
  'text in, text out, out of band': {
    play: async (client) => {
      client.send(userText('hello'), { type: 'response.create', response: { output_modalities: ['text'] } })
      client.send({ type: 'response.create', response: { conversation: 'none', output_modalities: ['text'], metadata: { a: 'b' }, input: [] } })
      await done(client)
      await done(client)
    },
    expects: ['response.output_text.delta', 'response.output_text.done'],
  },
  'summary out of band, refused and good': {
    faults: [{ name: 'no-out-of-band', times: 1 }],
    play: async (client) => {
      const response = { conversation: 'none', output_modalities: ['text'], metadata: { purpose: 'summary' }, instructions: 'Be short.', input: [] }
      client.send({ type: 'response.create', response }, { type: 'response.create', response })
      await done(client)
    },
    expects: ['error', 'response.output_text.done'],
  },
  'rate limit, then a response already running': {
    faults: [{ name: 'failed-rate-limit', times: 1 }, { name: 'own-response', times: 1 }],
    play: async (client) => {
      client.send(...turn(speech(200)))
      await done(client)
      client.send(CREATE)
      await done(client)
    },
    expects: ['error', 'rate_limits.updated'],
  },
  'function calls': {
    script: [{ outputs: [{ kind: 'function-call', name: 'clock', arguments: '{"zone":"UTC"}', callId: 'call_1' }, { kind: 'echo' }] }],
    play: async (client) => {
      client.send(...turn(speech(200)))
      await done(client)
      client.send({ type: 'conversation.item.create', item: { type: 'function_call_output', call_id: 'call_1', output: 'noon' } }, CREATE)
      await done(client)
    },
    expects: ['response.function_call_arguments.delta', 'response.function_call_arguments.done'],
  },
  'a preamble, calls and their end twice': {
    faults: ['late-item-done'],
    play: async (client) => {
      client.send(MANUAL, userText('One moment.\n/call clock\n/call dice {"sides":6}'), CREATE)
      await done(client)
      await client.until('response.output_item.done')
    },
    expects: ['response.output_audio.delta', 'response.function_call_arguments.done'],
  },
  MCP: {
    script: [
      {
        outputs: [
          { kind: 'mcp-call', serverLabel: 'docs', name: 'find', arguments: '{}', output: 'found' },
          { kind: 'mcp-call', serverLabel: 'docs', name: 'find', arguments: '{}', error: 'broken' },
          { kind: 'mcp-approval-request', serverLabel: 'docs', name: 'find', arguments: '{}' },
        ],
      },
    ],
    play: async (client) => {
      client.send(update({ tools: [{ type: 'mcp', server_label: 'docs', server_url: 'https://docs.example/mcp' }] }))
      await client.until('mcp_list_tools.completed')
      client.send(CREATE)
      await done(client)
    },
    expects: ['mcp_list_tools.in_progress', 'response.mcp_call.completed', 'response.mcp_call.failed'],
  },
  errors: {
    play: async (client) => {
      client.socket.send('{')
      client.send({ type: 'nonsense' }, MANUAL, COMMIT, CANCEL, update({ temperature: 1 }), CREATE, CREATE)
      client.send({ type: 'conversation.item.truncate', item_id: 'x', content_index: 0, audio_end_ms: 1 })
      await done(client)
    },
    expects: ['error'],
  },
  'failed and padded': {
    faults: ['failed-quota', 'obfuscation', 'early-rate-limits', 'odd-chunks'],
    play: async (client) => {
      client.send(...turn(speech(200)))
      await done(client)
    },
    expects: ['rate_limits.updated', 'response.done'],
  },
}

const play = async ({ script = [], faults = [], play: act }: Scenario): Promise<readonly Frame[]> => {
  const server = await startPracticeServer({ lifetimeSeconds: 30.5, pacing: { speed: 20, thinkMs: 10 }, script, faults, forgives: ['second-response'] })
  const client = connect(server)
  await client.until('session.created')
  await act(client)
  await delay(60)
  await server.close()
  return client.frames
}

const complaint = (frame: Frame): string[] => {
  const parsed = schema.safeParse(frame)
  return parsed.success || UNKNOWN_TO_THE_SCHEMA.includes(frame.type) ? [] : [`${frame.type}: ${parsed.error.message}`]
}

it('is a schema that notices a missing field', () => {
  expect(schema.safeParse({ type: 'input_audio_buffer.committed', event_id: 'e' }).success).toBe(false)
})

describe('every frame fits the schema of @openai/agents-realtime', () => {
  it.each(Object.entries(SCENARIOS))('%s', async (_name, scenario) => {
    const frames = await play(scenario)
    const seen = new Set(frames.map((frame) => frame.type))
    expect([frames.flatMap(complaint), scenario.expects.filter((type) => !seen.has(type))]).toEqual([[], []])
  })
})
