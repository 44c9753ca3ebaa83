/** Names and fields of the beta types in `openai` 5.12.0 (resources/beta/realtime), as facts. `?` ends what may be missing. */
export const BETA_CLIENT_EVENTS: Readonly<Record<string, readonly string[]>> = {
  'conversation.item.create': ['item', 'event_id?', 'previous_item_id?'],
  'conversation.item.delete': ['item_id', 'event_id?'],
  'conversation.item.retrieve': ['item_id', 'event_id?'],
  'conversation.item.truncate': ['audio_end_ms', 'content_index', 'item_id', 'event_id?'],
  'input_audio_buffer.append': ['audio', 'event_id?'],
  'input_audio_buffer.clear': ['event_id?'],
  'input_audio_buffer.commit': ['event_id?'],
  'output_audio_buffer.clear': ['event_id?'],
  'response.cancel': ['event_id?', 'response_id?'],
  'response.create': ['event_id?', 'response?'],
  'session.update': ['session', 'event_id?'],
  'transcription_session.update': ['session', 'event_id?'],
}

const IN_PART = ['content_index', 'event_id', 'item_id', 'output_index', 'response_id']

export const BETA_SERVER_EVENTS: Readonly<Record<string, readonly string[]>> = {
  'conversation.created': ['conversation', 'event_id'],
  'conversation.item.created': ['event_id', 'item', 'previous_item_id?'],
  'conversation.item.deleted': ['event_id', 'item_id'],
  'conversation.item.input_audio_transcription.completed': ['content_index', 'event_id', 'item_id', 'transcript', 'usage', 'logprobs?'],
  'conversation.item.input_audio_transcription.delta': ['event_id', 'item_id', 'content_index?', 'delta?', 'logprobs?'],
  'conversation.item.input_audio_transcription.failed': ['content_index', 'error', 'event_id', 'item_id'],
  'conversation.item.retrieved': ['event_id', 'item'],
  'conversation.item.truncated': ['audio_end_ms', 'content_index', 'event_id', 'item_id'],
  error: ['error', 'event_id'],
  'input_audio_buffer.cleared': ['event_id'],
  'input_audio_buffer.committed': ['event_id', 'item_id', 'previous_item_id?'],
  'input_audio_buffer.speech_started': ['audio_start_ms', 'event_id', 'item_id'],
  'input_audio_buffer.speech_stopped': ['audio_end_ms', 'event_id', 'item_id'],
  'rate_limits.updated': ['event_id', 'rate_limits'],
  'response.audio.delta': [...IN_PART, 'delta'],
  'response.audio.done': IN_PART,
  'response.audio_transcript.delta': [...IN_PART, 'delta'],
  'response.audio_transcript.done': [...IN_PART, 'transcript'],
  'response.content_part.added': [...IN_PART, 'part'],
  'response.content_part.done': [...IN_PART, 'part'],
  'response.created': ['event_id', 'response'],
  'response.done': ['event_id', 'response'],
  'response.function_call_arguments.delta': ['call_id', 'delta', 'event_id', 'item_id', 'output_index', 'response_id'],
  'response.function_call_arguments.done': ['arguments', 'call_id', 'event_id', 'item_id', 'output_index', 'response_id'],
  'response.output_item.added': ['event_id', 'item', 'output_index', 'response_id'],
  'response.output_item.done': ['event_id', 'item', 'output_index', 'response_id'],
  'response.text.delta': [...IN_PART, 'delta'],
  'response.text.done': [...IN_PART, 'text'],
  'session.created': ['event_id', 'session'],
  'session.updated': ['event_id', 'session'],
  'transcription_session.updated': ['event_id', 'session'],
  'output_audio_buffer.started': ['event_id', 'response_id'],
  'output_audio_buffer.stopped': ['event_id', 'response_id'],
  'output_audio_buffer.cleared': ['event_id', 'response_id'],
}

export const BETA_SESSION = [
  'id', 'input_audio_format', 'input_audio_noise_reduction', 'input_audio_transcription', 'instructions', 'max_response_output_tokens', 'modalities', 'model',
  'output_audio_format', 'speed', 'temperature', 'tool_choice', 'tools', 'tracing', 'turn_detection', 'voice',
]
