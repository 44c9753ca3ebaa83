import type { Credentials } from '../../../core/sign-in/credentials'
import type { AuthorityAddresses } from '../../../core/sign-in/authority'
import { authorityAt } from './authority'

/** Tells the place that what it gave is not used any more (RFC 7009). Gone from here it is already: whether that works changes nothing. */
export async function revoke(server: URL, { issuer, client, access, refresh }: Credentials, signal: AbortSignal): Promise<void> {
  const { metadata, fetch } = await authorityAt(issuer, server, signal)
  const { revocation_endpoint: address }: AuthorityAddresses = metadata
  if (address === undefined) return
  for (const token of [refresh, access]) {
    if (token === null) continue
    const body = new URLSearchParams({ token, client_id: client.client_id, ...(client.client_secret === undefined ? {} : { client_secret: client.client_secret }) })
    await (await fetch(address, { method: 'POST', body })).body?.cancel()
  }
}
