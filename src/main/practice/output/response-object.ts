import type { Ending } from '../script/script'
import type { Asker, StopReason } from '../session/session-context'
import { usageOf } from '../session/usage'
import type { StatusDetails, TokenCounts, WireItem, WireResponse } from '../session/wire'

/** What one response was asked for, session and overrides already joined. */
export interface ResponseRequest {
  readonly askedBy: Asker
  readonly outOfBand: boolean
  readonly modality: 'audio' | 'text'
  readonly maxOutputTokens: number | 'inf'
  readonly format: object
  readonly voice: unknown
  readonly metadata: unknown
  readonly input: TokenCounts
  readonly cached: TokenCounts
}

/** As far as a response has come. */
interface Progress {
  readonly id: string
  readonly request: ResponseRequest
  readonly conversationId: string
  readonly finished: readonly WireItem[]
  /** Tokens. */
  readonly output: { readonly text: number; readonly audio: number }
}

/** How it ended; `null`: by itself, and whole. A stop overrides what a script says. */
export const detailsOf = (stopped: StopReason | null, ending: Ending): StatusDetails | null => {
  if (stopped !== null) return { type: 'cancelled', reason: stopped }
  if (ending.status === 'incomplete') return { type: 'incomplete', reason: ending.reason }
  return ending.status === 'failed' ? { type: 'failed', error: ending.error } : null
}

/** The response as `response.created` and `response.done` show it. */
export const responseOf = ({ id, request, conversationId, finished, output }: Progress, status: WireResponse['status'], details: StatusDetails | null): WireResponse => ({
  object: 'realtime.response',
  id,
  status,
  status_details: details,
  output: [...finished],
  conversation_id: request.outOfBand ? null : conversationId,
  output_modalities: [request.modality],
  max_output_tokens: request.maxOutputTokens,
  audio: { output: { format: request.format, voice: request.voice } },
  usage: status === 'in_progress' ? null : usageOf(request.input, request.cached, output),
  metadata: request.metadata,
})
