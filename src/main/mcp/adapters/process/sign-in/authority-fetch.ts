import { boundedBody } from '../bounded-body'
import { Refused } from '../failures'
import { say } from '../../../../../shared/words/say'

const PATIENCE_MS = 20_000
const MAX_BYTES = 256 * 1024

export type AuthorityFetch = (url: string | URL, init?: RequestInit) => Promise<Response>

/** To one origin alone, whatever is named or redirected to: what goes along opens things. Bounded in time and size. */
export const authorityFetch = (origin: string, signal: AbortSignal): AuthorityFetch => async (url, init) => {
  const address = new URL(url)
  if (address.origin !== origin) throw new Refused(say('setup.leads-elsewhere', { host: address.host }))
  const late = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])
  const answer = await fetch(address, { ...init, redirect: 'manual', signal: late })
  return boundedBody(answer, MAX_BYTES)
}
