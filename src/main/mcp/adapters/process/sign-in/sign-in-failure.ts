import { OAuthError, RegistrationRejectedError } from '@modelcontextprotocol/client'
import { Refused } from '../failures'
import { say } from '../../../../../shared/words/say'

/** For a person. What a place to sign in at answers may hold anything, tokens too: only its word for the failure is taken over. */
export function signInReason(cause: unknown): string {
  if (cause instanceof Refused) return cause.message
  if (cause instanceof OAuthError && /^[a-z_]{1,40}$/.test(cause.code)) return say('sign-in.site-said', { error: cause.code })
  if (cause instanceof RegistrationRejectedError) return say('sign-in.no-registration')
  if (cause instanceof Error && cause.name === 'IssuerMismatchError') return say('sign-in.another-issuer')
  if (cause instanceof Error && cause.name === 'TimeoutError') return say('sign-in.timeout')
  if (cause instanceof TypeError) return say('sign-in.unreachable')
  return say('sign-in.unreadable')
}

const PASSES = new Set(['server_error', 'temporarily_unavailable', 'too_many_requests'])

/** It has said no, and would say no again. */
export const isRefusal = (cause: unknown): boolean => cause instanceof Refused || (cause instanceof OAuthError && !PASSES.has(cause.code))
