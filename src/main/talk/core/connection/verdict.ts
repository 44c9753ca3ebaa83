import { type ApiError, classifyApiError, classifyClose, type CloseFacts, isDistrusted } from '../../../../shared/errors/classify-error'
import type { ConnectionVerdict } from '../../../../shared/providers/verdict-name'
import type { ErrorTag } from '../../../../shared/errors/errors'
import { parseServerEvent } from '../realtime/server-event'

export type Heard = { readonly verdict: ConnectionVerdict } | { readonly lastError: ApiError } | null

/** What one frame of the server says about the connection. Null: nothing yet. */
export function heard(text: string): Heard {
  const parsed = parseServerEvent(text)
  if (parsed.kind === 'malformed') return { verdict: 'stranger' }
  if (parsed.kind === 'unknown') return null
  if (parsed.event.type === 'session.created' || parsed.event.type === 'conversation.created') return { verdict: 'ok' }
  return parsed.event.type === 'error' ? ofError(parsed.event.error) : null
}

/** The key is a key, but it does not open this door. */
const NOT_LET_IN: ReadonlySet<string> = new Set(['insufficient_permissions', 'unsupported_country_region_territory', 'account_deactivated'])

function ofError(error: ApiError): Heard {
  const { error: found, severity } = classifyApiError(error)
  return severity === 'fatal' ? { verdict: NOT_LET_IN.has(error.code ?? '') ? 'forbidden' : ofTag(found.tag) } : { lastError: error }
}

/** Nobody spoke: all there is are the words of Node and OpenSSL, which carry their codes. */
const NODE_ERRORS: readonly (readonly [RegExp, ConnectionVerdict])[] = [
  [/EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ENETDOWN/, 'offline'],
  [/ENOTFOUND/, 'no-host'],
  [/ECONNREFUSED/, 'refused'],
  [/ETIMEDOUT|timed out/, 'silent'],
  [/wrong version number|packet length too long|Parse Error|Unexpected server response/i, 'stranger'],
]

const ofNodeError = (words: string): ConnectionVerdict =>
  isDistrusted(words) ? 'certificate' : (NODE_ERRORS.find(([pattern]) => pattern.test(words))?.[1] ?? 'server-down')

/** Why there is no session, of a socket that ended before one began. */
export function verdictOfClose(close: CloseFacts): ConnectionVerdict {
  if (close.closeCode === null && close.httpStatus === null) return ofNodeError(close.closeReason)
  if (close.httpStatus === 403) return 'forbidden'
  const { error } = classifyClose(close)
  return close.httpStatus !== null && error.tag === 'network' ? 'server-down' : ofTag(error.tag)
}

function ofTag(tag: ErrorTag): ConnectionVerdict {
  switch (tag) {
    case 'auth':
      return 'wrong-key'
    case 'quota':
      return 'no-credit'
    case 'rate-limit':
      return 'busy'
    case 'model':
      return 'model'
    case 'server-gone':
    case 'network':
      return 'server-down'
    case 'certificate':
      return 'certificate'
    default:
      return 'stranger'
  }
}
