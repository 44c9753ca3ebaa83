import type { ServerConfig } from '../../../shared/mcp'

/** What an entry only names: variables of the environment, headers. */
export const namedSecrets = ({ reach }: ServerConfig): readonly string[] => (reach.kind === 'stdio' ? reach.env : reach.headers)

/**
 * Where its value is kept. A header's is bound to the origin it was entered for: with another address it is not found. An environment's
 * goes to the server of this entry, whose command the person confirms whenever it is another one.
 */
export const secretName = ({ id, reach }: ServerConfig, name: string): string =>
  reach.kind === 'http' && URL.canParse(reach.url) ? `${new URL(reach.url).origin} ${id} ${name}` : `${id} ${name}`
