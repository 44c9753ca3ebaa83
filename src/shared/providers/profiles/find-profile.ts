import type { Settings } from '../../settings'
import { endpointOrigin } from '../servers'
import type { Profile, ProfileId } from './profile'
import { PROFILES } from './profiles'

type Chosen = Pick<Settings, 'endpoint' | 'serverProfiles'>

const byId: ReadonlyMap<ProfileId, Profile> = new Map(PROFILES.map((each) => [each.id, each]))

/** Every id has a row; a test holds it. */
export function profile(id: ProfileId): Profile {
  const found = byId.get(id)
  if (found === undefined) throw new Error(`no profile ${id}`)
  return found
}

const endsAs = (hostname: string, end: string): boolean => (end.startsWith('.') ? hostname.endsWith(end) : hostname === end)

/** By the name of the host and nothing else: what a server says of itself may be wrong, or changed by who stands in between. */
export const profileOfHost = (hostname: string): Profile =>
  PROFILES.find(({ hosts }) => hosts.some((end) => endsAs(hostname.toLowerCase(), end))) ?? profile('custom')

/**
 * What the chosen server can do. A profile that a person has named is bound to scheme, host and port, as a key is. What goes to OpenAI or Azure
 * is always read by their own.
 */
export function profileOf({ endpoint, serverProfiles }: Chosen): Profile {
  if (endpoint.kind !== 'custom') return profile('openai') // the built-in endpoint does what OpenAI does
  const found = profileOfHost(new URL(endpoint.url).hostname)
  const named = serverProfiles[endpointOrigin(endpoint) ?? '']
  return named === undefined || found.id === 'openai' || found.id === 'azure' ? found : profile(named)
}
