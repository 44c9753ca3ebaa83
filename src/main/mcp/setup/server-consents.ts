import type { ServerConfig } from '../../../shared/mcp/servers'
import type { ServerConsent } from '../../../shared/mcp/setup'
import { consentPages } from '../core/setup/consent-question'
import { consentText } from '../core/setup/server-entry'
import type { Values } from '../core/setup/server-template'
import type { Asked, SetupWorld } from './setup-world'

/** As the settings hold them. */
const MOST = 64

/** What the person has said yes to, where no page draws. */
export class ServerConsents {
  constructor(private readonly world: Pick<SetupWorld, 'settings' | 'updateSettings' | 'ask' | 'hash'>) {}

  of(server: ServerConfig): ServerConsent {
    const given = this.world.settings().mcpConfirmed.find((each) => each.server === server.id)
    if (given === undefined) return 'new'
    return given.hash === this.hashOf(server) ? 'confirmed' : 'changed'
  }

  /** All of it is shown, in as many dialogs as that takes; a no to any of them is a no. */
  async ask(server: ServerConfig, values: Values): Promise<Asked> {
    for (const page of consentPages({ server, values, isChange: this.of(server) === 'changed' })) {
      const answer = await this.world.ask(page)
      if (answer !== 'yes') return answer
    }
    return 'yes'
  }

  /** As a part of the settings, so that it is written with what it is about. */
  with(server: ServerConfig): { readonly mcpConfirmed: { server: string; hash: string }[] } {
    const others = this.world.settings().mcpConfirmed.filter((each) => each.server !== server.id)
    return { mcpConfirmed: [...others, { server: server.id, hash: this.hashOf(server) }].slice(-MOST) }
  }

  without(server: string): { readonly mcpConfirmed: { server: string; hash: string }[] } {
    return { mcpConfirmed: this.world.settings().mcpConfirmed.filter((each) => each.server !== server) }
  }

  private hashOf(server: ServerConfig): string {
    return this.world.hash(consentText(server))
  }
}
