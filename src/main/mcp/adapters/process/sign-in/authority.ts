import {
  type AuthorizationServerMetadata, checkResourceAllowed, discoverAuthorizationServerMetadata, discoverOAuthProtectedResourceMetadata,
  type OAuthProtectedResourceMetadata,
} from '@modelcontextprotocol/client'
import { authorityFault, signInAddress } from '../../../core/sign-in/authority'
import { Refused } from '../failures'
import { authorityFetch, type AuthorityFetch } from './authority-fetch'
import { say } from '../../../../../shared/words/say'

/** What a server has said of signing in when it let nobody in. */
export interface Challenge {
  readonly metadataUrl: URL | undefined
  readonly scope: string | undefined
}

/** The place where one signs in to a server. */
export interface Authority {
  readonly metadata: AuthorizationServerMetadata
  readonly fetch: AuthorityFetch
  readonly resource: string | null
  readonly scope: string | undefined
}

/** By what the server says of itself, at its own origin. */
export async function findAuthority(server: URL, challenge: Challenge, signal: AbortSignal): Promise<Authority> {
  const stated = await resourceMetadata(server, challenge, signal)
  if (stated !== null && !checkResourceAllowed({ requestedResource: server, configuredResource: stated.resource })) {
    throw new Refused(say('sign-in.other-server'))
  }
  const { metadata, fetch } = await authorityAt(stated?.authorization_servers?.[0] ?? new URL('/', server).href, server, signal)
  return { metadata, fetch, resource: stated?.resource ?? null, scope: scopeOf(challenge, stated, metadata) }
}

/** The one that was signed in at. `issuer` is where it says of itself that it is. */
export async function authorityAt(issuer: string, server: URL, signal: AbortSignal): Promise<Pick<Authority, 'metadata' | 'fetch'>> {
  const address = signInAddress(issuer, server)
  if (!address.ok) throw new Refused(address.error)
  const fetch = authorityFetch(address.value.origin, signal)
  const metadata = await discoverAuthorizationServerMetadata(issuer, { fetchFn: fetch })
  if (metadata === undefined) throw new Refused(say('sign-in.no-site'))
  const fault = authorityFault(metadata, server)
  if (fault !== null) throw new Refused(fault)
  return { metadata, fetch }
}

async function resourceMetadata(server: URL, { metadataUrl }: Challenge, signal: AbortSignal): Promise<OAuthProtectedResourceMetadata | null> {
  try {
    return await discoverOAuthProtectedResourceMetadata(server, metadataUrl === undefined ? {} : { resourceMetadataUrl: metadataUrl }, authorityFetch(server.origin, signal))
  } catch (cause) {
    if (cause instanceof TypeError || cause instanceof Refused || signal.aborted) throw cause
    return null // an older server says nothing of it: then its own origin is the place (MCP 2025-03-26)
  }
}

/** What it asks for, and that the sign-in can be renewed, where that is a thing of its own. */
function scopeOf(challenge: Challenge, stated: OAuthProtectedResourceMetadata | null, { scopes_supported: known }: AuthorizationServerMetadata): string | undefined {
  const asked = challenge.scope ?? stated?.scopes_supported?.join(' ')
  if (asked === undefined || asked === '') return undefined
  return known?.includes('offline_access') === true && !asked.split(' ').includes('offline_access') ? `${asked} offline_access` : asked
}
