import { type ApiError, classifyApiError } from '../../../../shared/errors/classify-error'
import { type AppError, appError } from '../../../../shared/errors/errors'
import type { ServerItem, ServerResponse } from './server-event'

const failure = ({ error, reason }: ServerResponse): AppError => (error === null ? appError('answer-failed', reason ?? 'no error') : answerError(error))

/** There are words or sound for the person. */
export const saysSomething = ({ type, text, speech }: ServerItem): boolean => type === 'message' && (text !== '' || speech === true)

const NOTHING_DONE: ReadonlySet<string> = new Set(['message', 'function_call', 'mcp_approval_request'])

/** A message without words or sound is nothing, nor is a wish to use a tool; what a server's own tools did is something. */
const doesSomething = (item: ServerItem): boolean => saysSomething(item) || !NOTHING_DONE.has(item.type)

/** Who is interrupted may be told of as incomplete, too (docs/wire-facts.md, Turns and truncation). */
export const isInterrupted = ({ reason }: ServerResponse): boolean => reason === 'turn_detected' || reason === 'client_cancelled'

/**
 * What a person has to be told of how an answer ended; null: nothing, it says all there is. `begun`: something of it was heard or
 * read before.
 */
export function troubleOf(response: ServerResponse, begun: boolean): AppError | null {
  if (response.status === 'failed') return failure(response)
  if (response.status === 'incomplete' && !isInterrupted(response)) return appError(response.reason === 'content_filter' ? 'answer-filtered' : 'answer-short', response.reason ?? 'no reason')
  return begun || response.output.some(doesSomething) ? null : appError('answer-empty', response.status ?? 'no status')
}

/** What a server says of an answer is never about the connection or the address, which are in order. */
export function answerError(error: ApiError): AppError {
  const { error: said } = classifyApiError(error)
  return said.tag === 'protocol' || said.tag === 'server-gone' ? { ...said, tag: 'answer-failed' } : said
}

/** An `error` that is about no question. It came over a connection, which is there. */
export function notifiedError(error: ApiError): AppError {
  const { error: said, severity } = classifyApiError(error)
  return said.tag === 'server-gone' && severity === 'failed' ? { ...said, tag: 'answer-failed' } : said
}
