import type { Era, ServerVerdict } from '../../../shared/mcp/servers'

/** A server that learns the newer protocol is asked again some day. */
const KEPT_MS = 30 * 86_400_000
const MOST = 64

/** How a server of this entry was spoken to before; null: it is to be asked. */
export const eraOf = (verdicts: readonly ServerVerdict[], server: string, hash: string, now: number): Era | null =>
  verdicts.find((each) => each.server === server && each.hash === hash && now - each.at < KEPT_MS && each.at <= now)?.era ?? null

/** Null: nothing new. Only that a server is an old one is worth remembering: a new one answers at once. */
export function learned(verdicts: readonly ServerVerdict[], fresh: ServerVerdict): ServerVerdict[] | null {
  const known = eraOf(verdicts, fresh.server, fresh.hash, fresh.at)
  if (known === fresh.era || (known === null && fresh.era === 'modern')) return null
  const rest = verdicts.filter(({ server }) => server !== fresh.server)
  return fresh.era === 'modern' ? rest : [...rest, fresh].slice(-MOST)
}
