import type { RealtimeClientEvent } from 'openai/resources/realtime/realtime'
import type { ToolCall } from '../../../../shared/conversation'
import type { ItemId, ResponseId } from '../../../../shared/ids'
import type { SessionConfig, TurnDetectionConfig } from './session-config'

/**
 * Everything this app sends, as plain objects. `eventId` is ours: it comes back only in an `error`, as its `event_id`.
 * Each is checked against the vendor's types at compile time; nothing of the vendor's package is loaded.
 */
const withId = (eventId: string | undefined) => (eventId === undefined ? {} : { event_id: eventId })

/**
 * The vendor's types forbid the `null`s that clear `transcription` and `noise_reduction`, which its server takes
 * (docs/wire-facts.md, Session configuration).
 */
export const sessionUpdate = (session: SessionConfig | TurnDetectionConfig, eventId?: string) => ({
  type: 'session.update' as const satisfies RealtimeClientEvent['type'],
  ...withId(eventId),
  session,
})

/** `audio` is base64 of 24 kHz s16le. Never acknowledged. */
export const inputAudioAppend = (audio: string) => ({ type: 'input_audio_buffer.append', audio }) satisfies RealtimeClientEvent

export const inputAudioCommit = (eventId?: string) =>
  ({ type: 'input_audio_buffer.commit', ...withId(eventId) }) satisfies RealtimeClientEvent

export const inputAudioClear = () => ({ type: 'input_audio_buffer.clear' }) satisfies RealtimeClientEvent

/** Behind which item a new one goes; `root`: to the front; null: to the end. */
export type Previous = ItemId | 'root' | null

/** The vendor's types forbid the documented `null` for "at the end", which is what leaving it out means too. */
const after = (previous: Previous) => (previous === null ? {} : { previous_item_id: previous })

/** Typed text. `item` is our own id, at most 32 characters. */
export const createUserText = (item: ItemId, text: string, previous: Previous = null) =>
  ({
    type: 'conversation.item.create',
    ...after(previous),
    item: { id: item, type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
  }) satisfies RealtimeClientEvent

/** What a person shows, with what they typed to it. `images`: data URLs of PNG or JPEG (docs/wire-facts.md, Items and images); no other address is taken. */
export const createUserImages = (item: ItemId, images: readonly string[], text: string, previous: Previous = null) =>
  ({
    type: 'conversation.item.create',
    ...after(previous),
    item: {
      id: item,
      type: 'message',
      role: 'user',
      content: [
        ...(text === '' ? [] : [{ type: 'input_text' as const, text }]),
        ...images.map((image_url) => ({ type: 'input_image' as const, image_url })),
      ],
    },
  }) satisfies RealtimeClientEvent

/** Restores in a new session a question nobody knows the words of. `audio` as for `inputAudioAppend`. */
export const createUserAudio = (item: ItemId, audio: string, previous: Previous = null) =>
  ({
    type: 'conversation.item.create',
    ...after(previous),
    item: { id: item, type: 'message', role: 'user', content: [{ type: 'input_audio', audio }] },
  }) satisfies RealtimeClientEvent

const base64Bytes = (text: string): number => (text.length / 4) * 3 - (text.endsWith('==') ? 2 : Number(text.endsWith('=')))

/** PCM bytes of a person's voice in the event, other than what goes through the input buffer. */
export const voiceBytes = (event: ClientEvent): number => {
  if (event.type !== 'conversation.item.create' || event.item.type !== 'message') return 0
  return event.item.content.reduce((sum, part) => sum + ('audio' in part ? base64Bytes(part.audio) : 0), 0)
}

/** Restores in a new session what was said; a client cannot bring back the answer's audio (docs/wire-facts.md, Items and images). */
export const createAssistantText = (item: ItemId, text: string, previous: Previous = null) =>
  ({
    type: 'conversation.item.create',
    ...after(previous),
    item: { id: item, type: 'message', role: 'assistant', content: [{ type: 'output_text', text }] },
  }) satisfies RealtimeClientEvent

/** A note of ours to the model. */
export const createSystemText = (item: ItemId, text: string, previous: Previous = null) =>
  ({
    type: 'conversation.item.create',
    ...after(previous),
    item: { id: item, type: 'message', role: 'system', content: [{ type: 'input_text', text }] },
  }) satisfies RealtimeClientEvent

/** Only to restore, and only with its output behind it. */
export const createFunctionCall = (item: ItemId, call: Pick<ToolCall, 'callId' | 'name' | 'arguments'>, previous: Previous = null) =>
  ({
    type: 'conversation.item.create',
    ...after(previous),
    item: { id: item, type: 'function_call', call_id: call.callId, name: call.name, arguments: call.arguments },
  }) satisfies RealtimeClientEvent

export const createFunctionOutput = (item: ItemId, callId: string, output: string, previous: Previous = null) =>
  ({
    type: 'conversation.item.create',
    ...after(previous),
    item: { id: item, type: 'function_call_output', call_id: callId, output },
  }) satisfies RealtimeClientEvent

/** What the server's own tools (MCP) may do. `request`: the item that asks. `reason`: why not; null: it may. */
export const answerApproval = (item: ItemId, request: ItemId, reason: string | null) =>
  ({
    type: 'conversation.item.create',
    item: { id: item, type: 'mcp_approval_response', approval_request_id: request, ...(reason === null ? { approve: true } : { approve: false, reason }) },
  }) satisfies RealtimeClientEvent

/** `audioEndMs`: whole milliseconds that were heard, never more than was received. */
export const truncateItem = (item: ItemId, audioEndMs: number, eventId?: string) =>
  ({
    type: 'conversation.item.truncate',
    ...withId(eventId),
    item_id: item,
    content_index: 0,
    audio_end_ms: audioEndMs,
  }) satisfies RealtimeClientEvent

export const deleteItem = (item: ItemId, eventId?: string) =>
  ({ type: 'conversation.item.delete', ...withId(eventId), item_id: item }) satisfies RealtimeClientEvent

export const responseCreate = (eventId: string) => ({ type: 'response.create', event_id: eventId }) satisfies RealtimeClientEvent

/** Once, and only for this one: the session stays as it is. */
export const responseWithoutTools = (eventId: string) =>
  ({ type: 'response.create', event_id: eventId, response: { tool_choice: 'none' } }) satisfies RealtimeClientEvent

/** What tells the answer to `summaryRequest` from all others (docs/wire-facts.md, Out-of-band responses). */
export const SUMMARY_METADATA = { purpose: 'summary' } as const

/**
 * A text answer beside the conversation: its input is all it knows, and it leaves no item behind. `tool_choice`: a session
 * with tools must not act on a summary.
 */
export const summaryRequest = (eventId: string, text: string, instructions: string) =>
  ({
    type: 'response.create',
    event_id: eventId,
    response: {
      conversation: 'none',
      output_modalities: ['text'],
      metadata: SUMMARY_METADATA,
      tool_choice: 'none',
      instructions,
      input: [{ type: 'message', role: 'user', content: [{ type: 'input_text', text }] }],
    },
  }) satisfies RealtimeClientEvent

/** Without an id the server cancels whatever it is saying. */
export const responseCancel = (response: ResponseId | null, eventId?: string) =>
  ({
    type: 'response.cancel',
    ...withId(eventId),
    ...(response === null ? {} : { response_id: response }),
  }) satisfies RealtimeClientEvent

export type ClientEvent = ReturnType<
  | typeof sessionUpdate
  | typeof inputAudioAppend
  | typeof inputAudioCommit
  | typeof inputAudioClear
  | typeof createUserText
  | typeof createUserAudio
  | typeof createUserImages
  | typeof createAssistantText
  | typeof createSystemText
  | typeof createFunctionCall
  | typeof createFunctionOutput
  | typeof answerApproval
  | typeof truncateItem
  | typeof deleteItem
  | typeof responseCreate
  | typeof responseWithoutTools
  | typeof summaryRequest
  | typeof responseCancel
>
