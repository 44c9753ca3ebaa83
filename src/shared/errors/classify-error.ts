import { type AppError, appError, type ErrorTag } from './errors'
import { redact } from './redact'

/** The `error` object of the server. */
export interface ApiError {
  readonly type: string
  readonly code: string | null
  readonly message: string
  /** The field it is about, such as `session.audio.output.voice`; not every server says it. */
  readonly param?: string
}

/** `fatal`: the server will close, or every further attempt ends alike. `failed`: what was asked did not happen. `benign`: a lost race. */
export type Severity = 'fatal' | 'failed' | 'benign'

export interface CloseFacts {
  readonly closeCode: number | null
  readonly closeReason: string
  readonly httpStatus: number | null
  readonly lastError: ApiError | null
  /** What a code means at this server, and elsewhere does not. */
  readonly closes?: Readonly<Record<string, 'auth' | 'rate-limit' | 'turned-away'>>
}

interface Verdict {
  readonly tag: ErrorTag
  readonly severity: Severity
  /** A new session could do better. */
  readonly retryable: boolean
}

const fatal = (tag: ErrorTag): Verdict => ({ tag, severity: 'fatal', retryable: false })
const failed = (tag: ErrorTag): Verdict => ({ tag, severity: 'failed', retryable: true })
const BENIGN: Verdict = { tag: 'protocol', severity: 'benign', retryable: true }

/** docs/wire-facts.md, Closing and errors. */
const CODES: ReadonlyMap<string, Verdict> = new Map([
  ['invalid_api_key', fatal('auth')],
  ['account_deactivated', fatal('auth')],
  ['insufficient_permissions', fatal('auth')],
  ['unsupported_country_region_territory', fatal('auth')],
  ['missing_model', fatal('model')],
  ['invalid_model', fatal('model')],
  ['model_not_found', fatal('model')],
  ['OpperationNotSupported', fatal('model')], // Azure's spelling
  ['beta_api_shape_disabled', fatal('protocol')],
  ['insufficient_quota', fatal('quota')],
  ['billing_hard_limit_reached', fatal('quota')],
  ['credit_balance_exhausted', fatal('quota')],
  ['session_expired', { tag: 'server-gone', severity: 'fatal', retryable: true }],
  ['rate_limit_exceeded', failed('rate-limit')],
  ['server_error', failed('server-gone')],
  ['input_audio_buffer_commit_empty', { ...BENIGN, tag: 'too-short' }],
  ['conversation_already_has_active_response', BENIGN],
  ['response_cancel_not_active', BENIGN],
  ['item_truncate_invalid_item_id', BENIGN],
  ['item_retrieve_invalid_item_id', BENIGN],
  ['item_delete_invalid_item_id', BENIGN],
  ['item_not_found', BENIGN],
  ['invalid_tool_call_id', BENIGN], // the call was deleted before its output came
  ['audio_unintelligible', BENIGN],
])

/** Where there is no code, or one that nobody has seen yet. */
const TYPES: ReadonlyMap<string, Verdict> = new Map([
  ['authentication_error', fatal('auth')],
  ['permission_error', fatal('auth')],
  ['insufficient_quota', fatal('quota')],
  ['rate_limit_error', failed('rate-limit')],
  ['server_error', failed('server-gone')],
])

/** Two refusals of `conversation.item.truncate` come without a code. */
const BENIGN_MESSAGES: readonly RegExp[] = [/^Only model output audio messages can be truncated/i, /is already shorter than/i]

/** The error's own words, without keys: servers repeat them. */
const describe = ({ type, code, message }: ApiError): string => redact(`${code ?? type}: ${message}`)

/** What one `error` of the server means. It never ends the session by itself: only a close that follows does. */
export function classifyApiError(error: ApiError): { readonly error: AppError; readonly severity: Severity } {
  const { tag, severity } = verdictOf(error) ?? failed('protocol')
  return { error: appError(tag, describe(error)), severity }
}

export interface CloseVerdict {
  readonly error: AppError
  readonly retryable: boolean
  /** The server has ended the session without a complaint: there is nothing wrong that a person could mend. */
  readonly orderly: boolean
}

/** 1000 says so; 4000 stands for many things, and for none of them where no error came before it. */
const isOrderly = ({ closeCode, lastError }: CloseFacts): boolean =>
  closeCode === 1_000 || (closeCode === 4_000 && (lastError === null || verdictOf(lastError)?.severity === 'benign'))

const fatalOnly = (verdict: Verdict | null): Verdict | null => (verdict?.severity === 'fatal' ? verdict : null)

/** `<error.type>.<error.code>` (docs/wire-facts.md, Closing and errors). */
const reasonVerdict = (reason: string): Verdict | null => fatalOnly(CODES.get(reason.slice(reason.lastIndexOf('.') + 1)) ?? null)

/** OpenSSL's and Node's words for a server that could not prove who it is, or only in a way that is broken by now. */
const DISTRUST = /certificate|altnames|unsupported protocol|alert protocol version/i

export const isDistrusted = (words: string): boolean => DISTRUST.test(words)

/** The handshake of TLS ended before the server could say a word, so the words are this machine's. */
const trustVerdict = ({ closeCode, httpStatus, closeReason }: CloseFacts): Verdict | null =>
  closeCode === null && httpStatus === null && isDistrusted(closeReason) ? fatal('certificate') : null

/** Why a connection ended, and whether trying again makes sense: by the last fatal `error`, then the reason, then the code. */
export function classifyClose(close: CloseFacts): CloseVerdict {
  const said = fatalError(close.lastError)
  const explained = said ?? trustVerdict(close) ?? reasonVerdict(close.closeReason) ?? httpVerdict(close.httpStatus) ?? ownVerdict(close)
  const { tag, retryable } = explained ?? codeVerdict(close.closeCode)
  return { error: appError(tag, describeClose(close, said !== null)), retryable, orderly: explained === null && isOrderly(close) }
}

function verdictOf({ type, code, message }: ApiError): Verdict | null {
  const verdict = CODES.get(code ?? '') ?? TYPES.get(type) ?? null
  return verdict ?? (BENIGN_MESSAGES.some((pattern) => pattern.test(message)) ? BENIGN : null)
}

/** An old harmless error says nothing about the close. */
function fatalError(error: ApiError | null): Verdict | null {
  const verdict = error === null ? null : verdictOf(error)
  return verdict?.severity === 'fatal' ? verdict : null
}

/** Of a server that is known to mean something of its own. */
function ownVerdict({ closeCode, closes }: CloseFacts): Verdict | null {
  const tag = closes?.[String(closeCode)]
  if (tag === undefined) return null
  return tag === 'rate-limit' ? failed(tag) : fatal(tag)
}

/** The codes the vendor's own client recovers from (docs/wire-facts.md, Closing and errors). */
const RECOVERABLE_CODES: ReadonlySet<number> = new Set([1001, 1005, 1006, 1011, 1012, 1013])

function codeVerdict(code: number | null): Verdict {
  if (code === null) return failed('network') // no word from any server: refused, unknown host, no network
  if (RECOVERABLE_CODES.has(code)) return failed('server-gone')
  if (code === 3000) return fatal('auth')
  if (code === 1008) return fatal('turned-away') // for billing, a wrong key or because all places are taken, each on another server
  return fatal('protocol')
}

const RECOVERABLE_STATUSES: ReadonlySet<number> = new Set([408, 500, 502, 503, 504])

function httpVerdict(status: number | null): Verdict | null {
  if (status === null) return null
  if (RECOVERABLE_STATUSES.has(status)) return failed('network')
  if (status === 429) return failed('rate-limit')
  if (status === 401 || status === 403) return fatal('auth')
  if (status === 402) return fatal('quota')
  return status === 400 ? fatal('model') : fatal('protocol') // 400: Azure, for a deployment that is no voice model
}

function describeClose({ closeCode, closeReason, httpStatus, lastError }: CloseFacts, said: boolean): string {
  if (said && lastError !== null) return describe(lastError)
  if (httpStatus !== null) return `HTTP ${String(httpStatus)}`
  return redact([closeCode === null ? '' : `close ${String(closeCode)}`, closeReason].filter((part) => part !== '').join(': '))
}

/** `DOMException.name` of `getUserMedia`; the old names are those of other engines. */
export function classifyMicrophoneError(domErrorName: string): ErrorTag {
  switch (domErrorName) {
    case 'NotAllowedError':
    case 'SecurityError':
    case 'PermissionDeniedError':
      return 'mic-denied'
    case 'NotFoundError':
    case 'OverconstrainedError':
    case 'DevicesNotFoundError':
      return 'mic-missing'
    case 'NotReadableError':
    case 'AbortError':
    case 'TrackStartError':
      return 'mic-busy'
    default:
      return 'unexpected'
  }
}
