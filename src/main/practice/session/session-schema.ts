import { anything, byType, either, flag, listOf, metadata, modalities, numberIn, oneOf, orNull, shape, text, wholeIn } from './checks'

/**
 * What a client may write into `session.update` and `response.create` (reference §3). Unknown names are refused, as the real server does.
 * Practice speaks 24 kHz PCM only; G.711 is refused rather than faked.
 */
const format = byType({ 'audio/pcm': shape({ type: text, rate: oneOf(24_000) }) })

const VOICES = ['alloy', 'ash', 'ballad', 'coral', 'echo', 'sage', 'shimmer', 'verse', 'marin', 'cedar'] as const
const voice = either(shape({ id: text }, ['id']), oneOf(...VOICES))

const turnDetection = byType({
  server_vad: shape({
    type: text,
    threshold: numberIn(0, 1),
    prefix_padding_ms: wholeIn(0, 10_000),
    silence_duration_ms: wholeIn(0, 10_000),
    idle_timeout_ms: orNull(wholeIn(5_000, 30_000)),
    create_response: flag,
    interrupt_response: flag,
  }),
  semantic_vad: shape({ type: text, eagerness: oneOf('low', 'medium', 'high', 'auto'), create_response: flag, interrupt_response: flag }),
})

const transcription = shape({
  model: text,
  language: text,
  languages: listOf(text),
  prompt: text,
  keywords: listOf(text),
  delay: oneOf('minimal', 'low', 'medium', 'high', 'xhigh'),
})

const noiseReduction = shape({ type: oneOf('near_field', 'far_field'), strength: numberIn(0, 10) })

const audio = shape({
  input: shape({
    format,
    transcription: orNull(transcription),
    noise_reduction: orNull(noiseReduction),
    turn_detection: orNull(turnDetection),
  }),
  output: shape({ format, voice, speed: numberIn(0.25, 1.5) }),
})

const functionTool = shape({ type: text, name: text, description: text, parameters: anything }, ['name'])

const MCP_FIELDS = [
  ...['type', 'server_label', 'server_url', 'tunnel_id', 'connector_id', 'authorization', 'headers'],
  ...['allowed_tools', 'require_approval', 'server_description', 'defer_loading', 'allowed_callers'],
]
/** An MCP tool's inside belongs to the real service; practice only needs its label. */
const mcpTool = shape(Object.fromEntries(MCP_FIELDS.map((name) => [name, anything])), ['server_label'])

const retention = shape(
  { type: text, retention_ratio: numberIn(0, 1), token_limits: shape({ post_instructions: wholeIn(0, Number.MAX_SAFE_INTEGER) }) },
  ['retention_ratio'],
)

/** Shared by the session and by one response. */
const answering = {
  instructions: text,
  output_modalities: modalities,
  tools: listOf(byType({ function: functionTool, mcp: mcpTool })),
  tool_choice: either(oneOf('auto', 'none', 'required'), byType({ function: anything, mcp: anything })),
  parallel_tool_calls: flag,
  reasoning: shape({ effort: oneOf('minimal', 'low', 'medium', 'high', 'xhigh') }),
  max_output_tokens: either(oneOf('inf'), wholeIn(1, 4_096)),
  prompt: anything,
}

export const checkSession = shape(
  {
    ...answering,
    type: oneOf('realtime'),
    model: text,
    audio,
    truncation: either(oneOf('auto', 'disabled'), byType({ retention_ratio: retention })),
    tracing: orNull(either(oneOf('auto'), shape({ workflow_name: text, group_id: text, metadata: anything }))),
    include: orNull(listOf(oneOf('item.input_audio_transcription.logprobs'))),
  },
  ['type'],
)

export const checkResponse = shape({
  ...answering,
  audio: shape({ output: shape({ format, voice }) }),
  conversation: oneOf('auto', 'none'),
  metadata: orNull(metadata),
  input: listOf(anything),
})
