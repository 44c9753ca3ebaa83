import type { ItemStatus, Phase, StatusDetails } from '../session/wire'

/** Something said: `audio` is s16le 24 kHz. */
export interface Speech {
  readonly transcript: string
  readonly audio: Buffer
}

interface FunctionCall {
  readonly kind: 'function-call'
  readonly name: string
  /** As they go out, JSON or not. */
  readonly arguments: string
  readonly callId?: string
  /** How the item ends, whatever becomes of its response; a cancel in its midst overrides it. */
  readonly status?: ItemStatus
}

/** One output item of an answer. `say` follows the response's modality: spoken with a hum (or the given audio), or plain text. */
export type Output =
  | { readonly kind: 'say'; readonly text: string; readonly audio?: Buffer; readonly phase?: Phase }
  | FunctionCall
  | { readonly kind: 'mcp-call'; readonly serverLabel: string; readonly name: string; readonly arguments: string; readonly output?: string; readonly error?: string; readonly request?: string }
  | { readonly kind: 'mcp-approval-request'; readonly serverLabel: string; readonly name: string; readonly arguments: string }
  /** The normal practice answer, so that a script can be "a call, then the echo". */
  | { readonly kind: 'echo'; readonly phase?: Phase }

/** How a response ends by itself; a cancel overrides it. */
export type Ending =
  | { readonly status: 'completed' }
  | { readonly status: 'incomplete'; readonly reason: 'max_output_tokens' | 'content_filter' }
  /** `retryAfterMs` empties `rate_limits.updated` for so long. */
  | { readonly status: 'failed'; readonly error: NonNullable<StatusDetails['error']>; readonly retryAfterMs?: number }

/** One scripted answer: consumed by one response, whoever asked for it (client or VAD). */
export interface ScriptedResponse {
  readonly outputs?: readonly Output[]
  readonly ending?: Ending
  /** Extra milliseconds of thinking before the first output item. */
  readonly thinkMs?: number
}
