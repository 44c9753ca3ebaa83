import type { RealtimeServerEvent } from 'openai/resources/realtime/realtime'
import type { SessionConfig } from '../configuration/session-config'

/**
 * The server's half of the Realtime GA wire, after the official types of `openai` 7.55 (types only, nothing of it runs here).
 * Three shapes are widened, because the real wire sends `null` where those types say "absent" (docs/wire-facts.md, Events and
 * objects).
 */
export interface WireContent {
  readonly type: string
  readonly text?: string
  readonly transcript?: string | null
  /** base64; only inside `conversation.item.retrieved`. */
  readonly audio?: string
  readonly image_url?: string
  readonly detail?: 'auto' | 'low' | 'high'
}

/** What a message of a 2.x model is: said before calls, or the answer. Not among the official types (docs/wire-facts.md, Tools). */
export type Phase = 'commentary' | 'final_answer'

export type ItemStatus = 'in_progress' | 'completed' | 'incomplete'

export interface WireItem {
  readonly id: string
  /** Neither this nor a status on the items of MCP. */
  readonly object?: 'realtime.item'
  readonly type: string
  readonly status?: ItemStatus
  readonly phase?: Phase
  readonly role?: 'user' | 'assistant' | 'system'
  readonly content?: readonly WireContent[]
  readonly call_id?: string
  readonly name?: string
  readonly arguments?: string
  readonly output?: string | null
  readonly server_label?: string
  readonly tools?: readonly { readonly name: string; readonly description: string; readonly input_schema: object }[]
  readonly approval_request_id?: string
  readonly approve?: boolean
  readonly error?: { readonly type: string; readonly code?: number; readonly message: string } | null
}

/** The official types give the items of MCP no `object` and no `status`. */
export const isMcpItem = (type: string): boolean => type.startsWith('mcp_')

export type ResponseStatus = 'in_progress' | 'completed' | 'cancelled' | 'failed' | 'incomplete'

export interface StatusDetails {
  readonly type: Exclude<ResponseStatus, 'in_progress'>
  readonly reason?: 'turn_detected' | 'client_cancelled' | 'max_output_tokens' | 'content_filter'
  readonly error?: { readonly type: string; readonly code: string; readonly message: string }
}

/** Tokens by modality. Cached counts are subsets of the input counts (docs/wire-facts.md, Usage). */
export interface WireUsage {
  readonly total_tokens: number
  readonly input_tokens: number
  readonly output_tokens: number
  readonly input_token_details: TokenCounts & { readonly cached_tokens: number; readonly cached_tokens_details: TokenCounts }
  readonly output_token_details: { readonly text_tokens: number; readonly audio_tokens: number }
}

export interface TokenCounts {
  readonly text_tokens: number
  readonly audio_tokens: number
  readonly image_tokens: number
}

export interface WireResponse {
  readonly object: 'realtime.response'
  readonly id: string
  readonly status: ResponseStatus
  readonly status_details: StatusDetails | null
  readonly output: readonly WireItem[]
  readonly conversation_id: string | null
  readonly output_modalities: readonly string[]
  readonly max_output_tokens: number | 'inf'
  readonly audio: { readonly output: { readonly format: object; readonly voice: unknown } }
  readonly usage: WireUsage | null
  readonly metadata: unknown
}

type Widened<Event> = Event extends { readonly item: unknown }
  ? Omit<Event, 'item' | 'event_id'> & { readonly item: WireItem }
  : Event extends { readonly response: unknown }
    ? Omit<Event, 'response' | 'event_id'> & { readonly response: WireResponse }
    : Event extends { readonly session: unknown }
      ? Omit<Event, 'session' | 'event_id'> & { readonly session: SessionConfig }
      : Omit<Event, 'event_id'>

/** A server event before its `event_id` is minted. */
export type ServerEvent = Widened<RealtimeServerEvent>

/** A frame as it leaves: any server event with its id, or what a fault put in its place. */
export type Frame = { readonly type: string; readonly event_id: string } & Readonly<Record<string, unknown>>

/** What a session asks of its connection. */
export type Emission = { readonly kind: 'send'; readonly frame: Frame } | { readonly kind: 'close'; readonly code: number; readonly reason: string }
