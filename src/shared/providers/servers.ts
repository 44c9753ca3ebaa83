import type { Endpoint, Settings } from '../settings'

export const OPENAI_URL = 'wss://api.openai.com/v1/realtime'

/** Scheme, host and port of an address, as in `wss://api.openai.com`. */
export function originOf(address: string): string {
  const { protocol, host } = new URL(address)
  return `${protocol}//${host}`
}

/** What a key is bound to. Null: the built-in endpoint, which has an address of its own in each run and needs no key of anybody's. */
export function endpointOrigin(endpoint: Endpoint): string | null {
  if (endpoint.kind === 'practice') return null
  return originOf(endpoint.kind === 'openai' ? OPENAI_URL : endpoint.url)
}

/** A person has said that their voice may go there: by choosing what Parley names itself, or in a dialog that names the host. */
export const isConfirmed = (endpoint: Endpoint, { confirmedServers }: Pick<Settings, 'confirmedServers'>): boolean =>
  endpoint.kind !== 'custom' || confirmedServers.includes(originOf(endpoint.url))

/** The built-in endpoint, as a place: what goes there stays on this computer. */
export const HERE = 'here'

/** What tells one server from another, for words that were meant for one of them. */
export const placeOf = (endpoint: Endpoint): string => endpointOrigin(endpoint) ?? HERE
