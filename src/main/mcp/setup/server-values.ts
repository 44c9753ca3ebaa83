import type { ServerConfig } from '../../../shared/mcp/servers'
import { bindingText } from '../core/setup/server-entry'
import type { Values } from '../core/setup/server-template'
import type { SetupWorld } from './setup-world'

type Bound = Pick<ServerConfig, 'id' | 'reach'>

export const valueNames = ({ reach }: Pick<ServerConfig, 'reach'>): readonly string[] => (reach.kind === 'stdio' ? reach.env : reach.headers)

/** Values of variables and headers: in the keychain, bound to the entry they were entered for. An entry that was edited by hand does not find them. */
export class ServerValues {
  constructor(private readonly world: Pick<SetupWorld, 'vault' | 'hash'>) {}

  async keep(server: Bound, values: Values): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.world.vault.keep(this.account(server, name), value)
  }

  /** Those that are there. */
  async find(server: Bound): Promise<Values> {
    const found = await Promise.all(valueNames(server).map(async (name) => [name, await this.world.vault.find(this.account(server, name))] as const))
    return Object.fromEntries(found.flatMap(([name, value]) => (value === null ? [] : [[name, value]])))
  }

  /** `but`: what this one has, too, stays. */
  async forget(server: Bound, but: Bound | null = null): Promise<void> {
    const stays = new Set(but === null ? [] : valueNames(but).map((name) => this.account(but, name)))
    for (const account of valueNames(server).map((name) => this.account(server, name))) if (!stays.has(account)) await this.world.vault.forget(account)
  }

  private account(server: Bound, name: string): string {
    return `${server.id}/${this.world.hash(bindingText(server)).slice(0, 32)}/${name}`
  }
}
