import type { ItemId, ResponseId } from '../../../../shared/ids'
import type { ApiError } from '../../../../shared/errors/classify-error'
import type { Fields } from './wire-fields'

/** A conversation item, as far as this app reads one. */
export interface ServerItem {
  readonly id: ItemId
  /** `message`, `function_call`, ... */
  readonly type: string
  readonly role: 'user' | 'assistant' | 'system' | null
  readonly status: 'in_progress' | 'completed' | 'incomplete' | null
  /** Text and transcripts of all parts, in order. */
  readonly text: string
  /** Whether any part is audio; null while there are no parts. */
  readonly speech: boolean | null
  /** Of a `function_call` and its `function_call_output`; null elsewhere. */
  readonly callId: string | null
  readonly name: string | null
  /** JSON text, as the model wrote it. */
  readonly arguments: string | null
  readonly output: string | null
  /** Of items of MCP alone: of servers that the voice server itself is connected to. */
  readonly mcp?: HostedPart
}

export interface HostedPart {
  readonly label: string
  /** The wish for approval that was granted to this call. */
  readonly request: ItemId | null
  /** Why a call failed; null: it did not, or has not ended. */
  readonly error: string | null
  /** Of a listing. */
  readonly tools: readonly { readonly name: string; readonly description: string }[]
}

/** What a session tells about itself; null where the server does not say. */
export interface ServerSession {
  /** Unix seconds. */
  readonly expiresAt: number | null
  /** The server decides on turns. */
  readonly vad: boolean | null
  readonly voice: string | null
}

export interface ServerResponse {
  /** Null where a server leaves it out. */
  readonly id: ResponseId | null
  readonly status: 'in_progress' | 'completed' | 'cancelled' | 'failed' | 'incomplete' | null
  /** `turn_detected`, `client_cancelled`, `max_output_tokens`, `content_filter`. */
  readonly reason: string | null
  readonly error: ApiError | null
  readonly output: readonly ServerItem[]
  /** Kept whole; counts of tokens (docs/wire-facts.md, Usage). */
  readonly usage: Fields | null
  /** What the client gave along with its `response.create`; null where there was nothing or a server forgets it. */
  readonly metadata: Fields | null
  /** The server's id of the conversation it belongs to; null: none, or the server does not say. */
  readonly conversation: string | null
  /** It belongs to no conversation: its items are not to be shown or spoken. */
  readonly outOfBand: boolean
}

export interface RateLimit {
  readonly name: string
  readonly remaining: number | null
  readonly resetSeconds: number | null
}

interface InResponse {
  /** Null where a server leaves it out. */
  readonly response: ResponseId | null
  readonly item: ItemId
}

interface InPart extends InResponse {
  /** Which content part of the item; the first where a server does not say. */
  readonly part: number
}

/** Nobody acts on it: the conversation keeps what the server erases (docs/wire-facts.md, Turns and truncation). */
type UnusedEvent =
  /** Who follows such servers hears it (`session/hosted-servers`). */
  | { readonly type: 'mcp_list_tools.failed'; readonly item: ItemId }
  | { readonly type: 'conversation.item.truncated'; readonly item: ItemId }
  | { readonly type: 'input_audio_buffer.cleared' }
  | { readonly type: 'input_audio_buffer.timeout_triggered'; readonly item: ItemId | null }

/** For the session alone. */
type SessionOnlyEvent =
  /** `eventId` is the client's own, of the event that was refused. */
  | { readonly type: 'error'; readonly error: ApiError; readonly eventId: string | null }
  | { readonly type: 'session.created'; readonly session: ServerSession }
  /** Some servers begin a session with it, and never say `session.created`; others say both. */
  | { readonly type: 'conversation.created' }
  | { readonly type: 'session.updated'; readonly session: ServerSession }
  | { readonly type: 'input_audio_buffer.speech_started'; readonly item: ItemId | null }
  | { readonly type: 'input_audio_buffer.speech_stopped'; readonly item: ItemId | null }
  | { readonly type: 'response.created'; readonly response: ServerResponse }
  /** `delta` is base64 and may split a sample. */
  | ({ readonly type: 'response.output_audio.delta'; readonly delta: string } & InResponse)
  | ({ readonly type: 'response.output_audio.done' } & InResponse)
  | ({ readonly type: 'response.content_part.added' } & InResponse)
  /** It has begun, which says that something goes on. */
  | { readonly type: 'response.mcp_call.in_progress'; readonly item: ItemId }
  | { readonly type: 'rate_limits.updated'; readonly limits: readonly RateLimit[] }

/** For the conversation alone. */
type ConversationOnlyEvent =
  /** `previous`: null for the first item and where a server does not say. */
  | { readonly type: 'conversation.item.added'; readonly item: ServerItem; readonly previous: ItemId | null }
  | { readonly type: 'conversation.item.done'; readonly item: ServerItem; readonly previous: ItemId | null }
  | { readonly type: 'conversation.item.deleted'; readonly item: ItemId }
  | { readonly type: 'conversation.item.input_audio_transcription.delta'; readonly item: ItemId; readonly delta: string }
  /** xAI: cumulative, replaces what was there. */
  | { readonly type: 'conversation.item.input_audio_transcription.updated'; readonly item: ItemId; readonly transcript: string }
  | { readonly type: 'conversation.item.input_audio_transcription.completed'; readonly item: ItemId; readonly transcript: string; readonly usage: Fields | null }
  | { readonly type: 'conversation.item.input_audio_transcription.failed'; readonly item: ItemId; readonly error: ApiError }
  | ({ readonly type: 'response.function_call_arguments.done'; readonly callId: string | null; readonly name: string | null; readonly arguments: string } & InResponse)

type SharedEvent =
  | { readonly type: 'input_audio_buffer.committed'; readonly item: ItemId | null; readonly previous: ItemId | null }
  | { readonly type: 'response.done'; readonly response: ServerResponse }
  | { readonly type: 'response.output_item.added'; readonly response: ResponseId | null; readonly item: ServerItem }
  | { readonly type: 'response.output_item.done'; readonly response: ResponseId | null; readonly item: ServerItem }
  | ({ readonly type: 'response.output_audio_transcript.delta'; readonly delta: string } & InPart)
  | ({ readonly type: 'response.output_audio_transcript.done'; readonly transcript: string } & InPart)
  | ({ readonly type: 'response.output_text.delta'; readonly delta: string } & InPart)
  | ({ readonly type: 'response.output_text.done'; readonly text: string } & InPart)
  | ({ readonly type: 'response.content_part.done'; readonly text: string; readonly speech: boolean } & InPart)

/**
 * One name per thing: beta names are already translated (docs/wire-facts.md, Older and other servers), and only what the app reads is
 * kept. A `delta` is a piece; `transcript`, `text` and `arguments` are whole.
 */
export type ServerEvent = UnusedEvent | SessionOnlyEvent | ConversationOnlyEvent | SharedEvent

/** What the session leaves alone, and what the conversation does. */
export type LeftBySession = UnusedEvent | ConversationOnlyEvent
export type LeftByConversation = UnusedEvent | SessionOnlyEvent

export type ServerEventType = ServerEvent['type']
