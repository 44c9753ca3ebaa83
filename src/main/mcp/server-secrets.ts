import type { ServerConfig } from '../../shared/mcp'
import { namedSecrets, secretName } from './core/secret-name'

/** Every value that an entry names; null: one of them is not there. */
export async function serverSecrets(kept: { find(name: string): Promise<string | null> }, server: ServerConfig): Promise<Readonly<Record<string, string>> | null> {
  const found: Record<string, string> = {}
  for (const name of namedSecrets(server)) {
    const value = await kept.find(secretName(server, name))
    if (value === null) return null
    found[name] = value
  }
  return found
}
