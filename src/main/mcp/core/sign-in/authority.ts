import { err, ok, type Result } from '../../../../shared/result'
import { isLoopbackAddress, isLoopbackNumber } from '../server-address'
import { say } from '../../../../shared/words/say'

/** Of what a place to sign in at says of itself, the addresses that Parley would use. */
export interface AuthorityAddresses {
  readonly issuer: string
  readonly authorization_endpoint: string
  readonly token_endpoint: string
  readonly registration_endpoint?: string | undefined
  readonly revocation_endpoint?: string | undefined
  readonly code_challenge_methods_supported?: readonly string[] | undefined
}

/** Encrypted; or on this computer, where the server itself is. A website must not make Parley ask what listens here. */
export function signInAddress(url: string, server: URL): Result<URL, string> {
  if (!URL.canParse(url)) return err(say('sign-in.no-address'))
  const address = new URL(url)
  if (address.username !== '' || address.password !== '') return err(say('sign-in.address-login'))
  if (isLoopbackAddress(address) && !isLoopbackAddress(server)) return err(say('sign-in.leads-here'))
  if (address.protocol === 'https:' || (address.protocol === 'http:' && isLoopbackNumber(address))) return ok(address)
  return err(say('sign-in.address-clear'))
}

/**
 * Null: it can be used. All of it must be at one place: who sends the person to sign in at an honest one, and the answer to another,
 * would get what opens the honest one.
 */
export function authorityFault(stated: AuthorityAddresses, server: URL): string | null {
  const issuer = signInAddress(stated.issuer, server)
  if (!issuer.ok) return issuer.error
  for (const each of [stated.authorization_endpoint, stated.token_endpoint, stated.registration_endpoint, stated.revocation_endpoint]) {
    if (each === undefined) continue
    const address = signInAddress(each, server)
    if (!address.ok) return address.error
    if (address.value.origin !== issuer.value.origin) return say('sign-in.leads-elsewhere', { host: issuer.value.host, other: address.value.host })
  }
  if (stated.code_challenge_methods_supported?.includes('S256') !== true) return say('sign-in.unprotected', { host: issuer.value.host })
  return null
}
