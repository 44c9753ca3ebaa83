import { z } from 'zod'
import { among, anything, flag, listOf, metadata, modalities, numberIn, oneOf, shape, text, wholeIn } from './schema-words'

/**
 * What a client may write into `session.update` and `response.create`. Unknown names are refused, as the real server does.
 * Practice speaks 24 kHz PCM only; G.711 is refused rather than faked.
 */
const format = z.discriminatedUnion('type', [shape({ type: oneOf('audio/pcm') }, { rate: oneOf(24_000) })], among('audio/pcm'))

const VOICES = ['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin', 'cedar'] as const
/** Whatever is wrong with it, the answer is the list of names: the last of a union speaks once every other has given up. */
const ownVoice = z.looseObject({ id: text }).refine((voice) => Object.keys(voice).length === 1, { abort: true })
const voice = z.union([ownVoice, oneOf(...VOICES)])

const reply = { create_response: flag, interrupt_response: flag }

const serverVad = shape(
  { type: oneOf('server_vad') },
  {
    threshold: numberIn(0, 1),
    prefix_padding_ms: wholeIn(0, 10_000),
    silence_duration_ms: wholeIn(0, 10_000),
    idle_timeout_ms: wholeIn(5_000, 30_000).nullable(),
    ...reply,
  },
)

const semanticVad = shape({ type: oneOf('semantic_vad') }, { eagerness: oneOf('low', 'medium', 'high', 'auto'), ...reply })

const turnDetection = z.discriminatedUnion('type', [serverVad, semanticVad], among('server_vad', 'semantic_vad'))

const transcription = shape({}, {
  model: text,
  language: text,
  languages: listOf(text),
  prompt: text,
  keywords: listOf(text),
  delay: oneOf('minimal', 'low', 'medium', 'high', 'xhigh'),
})

const noiseReduction = shape({}, { type: oneOf('near_field', 'far_field'), strength: numberIn(0, 10) })

const audio = shape({}, {
  input: shape({}, { format, transcription: transcription.nullable(), noise_reduction: noiseReduction.nullable(), turn_detection: turnDetection.nullable() }),
  output: shape({}, { format, voice, speed: numberIn(0.25, 1.5) }),
})

/** What the vendor's other endpoints enforce; one bad name and the whole update is refused. */
const toolName = text.regex(/^[a-zA-Z0-9_-]{1,64}$/, "expected a string that matches the pattern '^[a-zA-Z0-9_-]{1,64}$'")

/** No `strict`, no `outputSchema`: those belong to other endpoints (docs/wire-facts.md, Tools). */
const functionTool = shape({ type: oneOf('function'), name: toolName }, { description: text, parameters: z.looseObject({}, 'expected an object') })

/** An MCP tool's inside belongs to the real service; practice only needs its label. */
const mcpTool = shape({ type: oneOf('mcp'), server_label: anything.refine((label) => label !== undefined) }, {
  ...{ server_url: anything, tunnel_id: anything, connector_id: anything, authorization: anything, headers: anything },
  ...{ allowed_tools: anything, require_approval: anything, server_description: anything, defer_loading: anything, allowed_callers: anything },
})

const tool = z.discriminatedUnion('type', [functionTool, mcpTool], among('function', 'mcp'))

const namedTool = z.discriminatedUnion('type', [z.looseObject({ type: oneOf('function') }), z.looseObject({ type: oneOf('mcp') })], among('function', 'mcp'))

/** Shared by the session and by one response. */
const answering = {
  instructions: text,
  output_modalities: modalities,
  tools: listOf(tool),
  tool_choice: z.union([oneOf('auto', 'none', 'required'), namedTool]),
  parallel_tool_calls: flag,
  reasoning: shape({}, { effort: oneOf('minimal', 'low', 'medium', 'high', 'xhigh') }),
  max_output_tokens: z.union([oneOf('inf'), wholeIn(1, 4_096)]),
  prompt: anything,
}

const retention = shape(
  { type: oneOf('retention_ratio'), retention_ratio: numberIn(0, 1) },
  { token_limits: shape({}, { post_instructions: wholeIn(0, Number.MAX_SAFE_INTEGER) }) },
)

const truncation = z.union([oneOf('auto', 'disabled'), z.discriminatedUnion('type', [retention], among('retention_ratio'))])

const tracing = z.union([oneOf('auto'), shape({}, { workflow_name: text, group_id: text, metadata: anything })])

export const sessionSchema = shape({ type: oneOf('realtime') }, {
  ...answering,
  model: text,
  audio,
  truncation,
  tracing: tracing.nullable(),
  include: listOf(oneOf('item.input_audio_transcription.logprobs')).nullable(),
})

export const responseSchema = shape({}, {
  ...answering,
  audio: shape({}, { output: shape({}, { format, voice }) }),
  conversation: oneOf('auto', 'none'),
  metadata: metadata.nullable(),
  input: listOf(anything),
})
