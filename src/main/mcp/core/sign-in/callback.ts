import { err, ok, type Result } from '../../../../shared/result'
import { say } from '../../../../shared/words/say'

export interface CallbackAnswer {
  readonly code: string
  /** Who says so, where the place says it. */
  readonly iss: string | undefined
}

export interface Expected {
  readonly state: string
  readonly issuer: string
  /** It has promised to say who it is, each time. */
  readonly saysIssuer: boolean
}

const MAX_CHARS = 4_096

/** Every parameter at most once: which of two counts is nobody's guess. */
function single(query: URLSearchParams, name: string): string | undefined {
  const [value, second] = query.getAll(name)
  return second === undefined && value !== undefined && value !== '' && value.length <= MAX_CHARS ? value : undefined
}

const isTwice = (query: URLSearchParams): boolean => ['code', 'state', 'iss', 'error'].some((name) => query.getAll(name).length > 1)

/** What the browser has brought back. Nothing of an answer that is not ours is read any further, its words of an error neither. */
export function readCallback(query: URLSearchParams, { state, issuer, saysIssuer }: Expected): Result<CallbackAnswer, string> {
  if (isTwice(query) || single(query, 'state') !== state) return err(say('sign-in.not-this-one'))
  const iss = single(query, 'iss')
  if ((iss === undefined && saysIssuer) || (iss !== undefined && iss !== issuer)) return err(say('sign-in.another-site'))
  const error = single(query, 'error')
  if (error !== undefined) return err(errorWords(error))
  const code = single(query, 'code')
  return code === undefined ? err(say('sign-in.not-this-one')) : ok({ code, iss })
}

/** Its kind is a word of a list (RFC 6749, 4.1.2.1); its description is a stranger's text. */
function errorWords(error: string): string {
  if (error === 'access_denied') return say('sign-in.denied')
  return /^[a-z_]{1,40}$/.test(error) ? say('sign-in.site-said', { error }) : say('sign-in.site-failed')
}
