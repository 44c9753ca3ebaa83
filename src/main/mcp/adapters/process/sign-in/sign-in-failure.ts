import { OAuthError, RegistrationRejectedError } from '@modelcontextprotocol/client'
import { Refused } from '../failures'

/** For a person. What a place to sign in at answers may hold anything, tokens too: only its word for the failure is taken over. */
export function signInReason(cause: unknown): string {
  if (cause instanceof Refused) return cause.message
  if (cause instanceof OAuthError && /^[a-z_]{1,40}$/.test(cause.code)) return `The place where you sign in said: ${cause.code}.`
  if (cause instanceof RegistrationRejectedError) return 'The place where you sign in does not let Parley register. It may want a client ID: edit the server and enter it.'
  if (cause instanceof Error && cause.name === 'IssuerMismatchError') return 'The place where you sign in says that it is another one.'
  if (cause instanceof Error && cause.name === 'TimeoutError') return 'The place where you sign in did not answer in time.'
  if (cause instanceof TypeError) return 'The place where you sign in could not be reached.'
  return 'The place where you sign in answered with something that cannot be understood.'
}

const PASSES = new Set(['server_error', 'temporarily_unavailable', 'too_many_requests'])

/** It has said no, and would say no again. */
export const isRefusal = (cause: unknown): boolean => cause instanceof Refused || (cause instanceof OAuthError && !PASSES.has(cause.code))
