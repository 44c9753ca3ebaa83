import type { ServerConfig } from '../../../shared/mcp/servers'
import type { ServerListing } from '../../../shared/mcp/setup'
import type { McpServers } from '../core/ports'
import { shownReach, templateOf } from '../core/setup/shown-reach'
import type { ServerBook } from './server-book'

export interface ListingParts {
  readonly book: ServerBook
  readonly servers: Pick<McpServers, 'states' | 'tools' | 'signIn'>
}

/** A server as its page shows it: never a value of a variable or a header. */
export const serverListing = ({ book, servers }: ListingParts) => (config: ServerConfig): ServerListing => {
  const { state: signIn, fault: signInFault } = servers.signIn(config.id)
  return {
    config,
    ...shownReach(templateOf(config.reach)),
    consent: book.consents.of(config),
    lacks: book.lacks(config),
    signIn,
    signInFault,
    state: servers.states.find(({ id }) => id === config.id) ?? null,
    unseen: servers.tools(config.id).filter(({ standing }) => standing !== 'seen').length,
  }
}
