import type { OAuthTokens } from '@modelcontextprotocol/client'
import { type Credentials, CredentialsSchema } from '../../../core/sign-in/credentials'
import { Refused } from '../failures'
import { say } from '../../../../../shared/words/say'

/** Longer than any token lives. */
const MAX_SECONDS = 10 * 365 * 86_400

/** What came, as it is kept. */
export function credentialsOf(tokens: OAuthTokens, rest: Pick<Credentials, 'issuer' | 'client' | 'resource'>): Credentials {
  if (tokens.token_type.toLowerCase() !== 'bearer') throw new Refused(say('sign-in.token-kind'))
  const { expires_in: seconds } = tokens
  const lives = seconds !== undefined && seconds > 0 && seconds < MAX_SECONDS
  const read = CredentialsSchema.safeParse({ ...rest, access: tokens.access_token, refresh: tokens.refresh_token ?? null, expiresAt: lives ? Date.now() + seconds * 1_000 : null })
  if (!read.success) throw new Refused(say('sign-in.token-unusable'))
  return read.data
}
