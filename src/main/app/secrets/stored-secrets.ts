import type { AppError } from '../../../shared/errors/errors'
import { isLoopback } from '../../../shared/providers/loopback'
import type { Result } from '../../../shared/result'
import type { SecretStore } from '../ports'

/** Only servers had entries then. */
const SOCKETS: ReadonlySet<string> = new Set(['ws:', 'wss:'])

/**
 * The key of an origin, or of a parameter in an address there. Until version 0.1 entries were named by host and port alone: such a one belongs to the encrypted scheme, or
 * on this computer to the plain one, and gets its full name when it is first asked for.
 */
export async function storedSecret(store: SecretStore, account: string): Promise<Result<string | null, AppError>> {
  const own = await store.get(account)
  const former = formerName(account)
  if (!own.ok || own.value !== null || former === null) return own
  const old = await store.get(former)
  if (!old.ok || old.value === null) return old
  const renamed = await store.set(account, old.value)
  if (renamed.ok) await store.forget(former)
  return old
}

/** Under both names: an old one left behind would come back with the next start. */
export async function forgetStored(store: SecretStore, account: string): Promise<Result<void, AppError>> {
  const former = formerName(account)
  const forgotten = await store.forget(account)
  return forgotten.ok && former !== null ? store.forget(former) : forgotten
}

function formerName(account: string): string | null {
  const { protocol, host, hostname, search } = new URL(account)
  if (search !== '' || !SOCKETS.has(protocol)) return null
  return (protocol === 'ws:') === isLoopback(hostname) ? host : null
}
