import { BYTES_PER_SAMPLE, SAMPLE_RATE_HZ } from '../../../shared/audio/audio-format'
import type { ServerEvent } from './wire'

/** The inside of an `error` event, without the client's `event_id`. Codes and quoted texts: docs/wire-facts.md, Closing and errors. */
export interface ErrorBody {
  readonly type: string
  readonly code: string | null
  readonly message: string
  readonly param: string | null
}

const invalidRequest = (code: string | null, message: string, param: string | null = null): ErrorBody => ({
  type: 'invalid_request_error',
  code,
  message,
  param,
})

/** `clientEventId` is the id of the client event at fault; it is the only place a client's `event_id` ever comes back. */
export const errorEvent = (body: ErrorBody, clientEventId: string | null = null): ServerEvent => ({
  type: 'error',
  error: { ...body, event_id: clientEventId },
})

/** The close reason that goes with a fatal error (docs/wire-facts.md, Closing and errors). */
export const closeReason = (body: ErrorBody): string => `${body.type}.${String(body.code)}`

const bytesToMs = (bytes: number): number => (bytes * 1_000) / (SAMPLE_RATE_HZ * BYTES_PER_SAMPLE)

/** The wire's own sentence for the real 60 minutes; a shortened life says its own length. */
export const expiredSentence = (lifetimeSeconds: number): string =>
  lifetimeSeconds === 3_600
    ? 'Your session hit the maximum duration of 60 minutes.'
    : `Your session hit the maximum duration of ${lifetimeSeconds} seconds.`

export const errors = {
  invalidApiKey: () => invalidRequest('invalid_api_key', 'Incorrect API key provided.'),
  missingModel: () => invalidRequest('missing_model', 'You must provide a model parameter.', 'model'),
  invalidModel: (model: string) => invalidRequest('invalid_model', `Model "${model}" is not available here.`, 'model'),
  betaShape: () => invalidRequest('beta_api_shape_disabled', 'The Realtime Beta API is no longer supported. Please use /v1/realtime for the GA API.'),
  realtimeOff: () => invalidRequest('realtime_disabled', 'Realtime is off for this workspace.'),
  invalidJson: () => invalidRequest('invalid_json', 'The message could not be parsed as JSON.'),
  invalidEvent: (message: string) => invalidRequest('invalid_event', message),
  invalidValue: (param: string, message: string) => invalidRequest('invalid_value', message, param),
  missingParameter: (param: string) => invalidRequest('missing_required_parameter', `Missing required parameter: '${param}'.`, param),
  unknownParameter: (param: string) => invalidRequest('unknown_parameter', `Unknown parameter: '${param}'.`, param),
  commitEmpty: (bytes: number) =>
    invalidRequest(
      'input_audio_buffer_commit_empty',
      `Error committing input audio buffer: buffer too small. Expected at least 100ms of audio, but buffer only has ${bytesToMs(bytes).toFixed(2)}ms of audio.`,
    ),
  activeResponse: (responseId: string) =>
    invalidRequest(
      'conversation_already_has_active_response',
      `Conversation already has an active response in progress: ${responseId}. Wait until the response is finished before creating a new one.`,
    ),
  cancelNotActive: () => invalidRequest('response_cancel_not_active', 'Cancellation failed: no active response found'),
  voiceLocked: () =>
    invalidRequest('cannot_update_voice', "Cannot update a conversation's voice if assistant audio is present.", 'session.audio.output.voice'),
  unknownItem: (verb: 'truncate' | 'retrieve' | 'delete', itemId: string) =>
    invalidRequest(`item_${verb}_invalid_item_id`, `Item with item_id not found: ${itemId}`, 'item_id'),
  unknownPrevious: (itemId: string) =>
    invalidRequest('item_create_invalid_previous_item_id', `Previous item not found: ${itemId}`, 'previous_item_id'),
  unknownCall: (callId: string) => invalidRequest('invalid_tool_call_id', `Tool call ID '${callId}' not found in conversation.`),
  // A guess: no capture of a second output was found.
  answeredCall: (callId: string) => invalidRequest('invalid_tool_call_id', `Tool call ID '${callId}' already has an output.`),
  // Guesses, both: no capture of a wrong approval was found.
  unknownApproval: (id: string) => invalidRequest('invalid_value', `Approval request '${id}' not found in conversation.`, 'item.approval_request_id'),
  answeredApproval: (id: string) => invalidRequest('invalid_value', `Approval request '${id}' already has a response.`, 'item.approval_request_id'),
  // A guess: no capture of an id used twice was found; `invalid_value` is what the server says to other bad fields.
  duplicateItem: (itemId: string) => invalidRequest('invalid_value', `An item with id ${itemId} already exists.`, 'item.id'),
  longId: (field: 'item.id' | 'item.call_id', length: number) =>
    invalidRequest('string_above_max_length', `Invalid '${field}': string too long. Expected a string with maximum length 32, but got a string with length ${length} instead.`, field),
  untypedItemId: (field: 'item.id' | 'item.call_id', prefix: string) => invalidRequest('invalid_value', `ID must start with '${prefix}_'.`, field),
  // A guess as well: it stands for servers that know no responses outside the conversation.
  noOutOfBand: () => invalidRequest('invalid_value', "Invalid value: 'none'. Supported values are: 'auto'.", 'response.conversation'),
  truncateNotAudio: () => invalidRequest(null, 'Only model output audio messages can be truncated'),
  truncateBeyond: (lengthMs: number, wantedMs: number) =>
    invalidRequest(null, `Audio content of ${lengthMs}ms is already shorter than ${wantedMs}ms`, 'audio_end_ms'),
  webRtcOnly: () => invalidRequest('invalid_event', 'output_audio_buffer.clear is for WebRTC and SIP sessions only.', 'type'),
  reasoningUnsupported: (model: string) =>
    invalidRequest('invalid_value', `Reasoning is not supported by ${model}.`, 'session.reasoning.effort'),
  notInMap: (type: string): ErrorBody => ({ type: 'unknown_or_invalid_event', code: null, message: `Unknown or invalid event: ${type}`, param: null }),
  notImplemented: (what: string): ErrorBody => ({ type: 'server_error', code: null, message: `Handling of the "${what}" event is not implemented.`, param: null }),
  insufficientQuota: (): ErrorBody => ({
    type: 'insufficient_quota',
    code: 'insufficient_quota',
    message: 'You exceeded your current quota, please check your plan and billing details.',
    param: null,
  }),
  sessionExpired: (lifetimeSeconds: number) => invalidRequest('session_expired', expiredSentence(lifetimeSeconds)),
} as const
