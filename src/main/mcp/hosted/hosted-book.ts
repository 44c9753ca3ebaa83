import { errorWords } from '../../../shared/errors/error-words'
import type { HostedForm, HostedServer } from '../../../shared/mcp/hosted'
import { isExposed } from '../../../shared/providers/loopback'
import { placeOf } from '../../../shared/providers/servers'
import type { FeatureWorld } from '../../app/feature'
import { hostedEntry, hostedQuestion, hostedText, voiceName } from '../core/hosted/hosted-entry'
import { labelFault } from '../core/setup/labels'
import { say } from '../../../shared/words/say'

const MOST = 16

export interface HostedBookWorld extends Pick<FeatureWorld, 'settings' | 'updateSettings' | 'secrets' | 'confirmPatiently' | 'mint'> {
  readonly hash: (text: string) => string
}

/** Null: it was done; else why not, as a sentence. */
type Done = string | null

/** Servers of tools that a person lets the voice server connect to. */
export class HostedBook {
  /** Keys of those that have one, once they are read. */
  private readonly keys = new Map<string, string>()

  constructor(private readonly world: HostedBookWorld) {}

  get servers(): readonly HostedServer[] {
    return this.world.settings().hostedServers
  }

  get voice(): string {
    return voiceName(this.world.settings().endpoint)
  }

  isConfirmed(server: HostedServer): boolean {
    return server.hash === this.world.hash(hostedText(server))
  }

  isHere({ voice }: HostedServer): boolean {
    return voice === placeOf(this.world.settings().endpoint)
  }

  /** Nobody on the way may read it: to a voice server without encryption it is as if there were none. */
  hasItsKey({ id, hasKey, voice }: HostedServer): boolean {
    return !hasKey || (this.keys.has(id) && !isExposed(voice))
  }

  keyOf({ id }: HostedServer): string | null {
    return this.keys.get(id) ?? null
  }

  /** The person has switched this tool off, by the name it has here. */
  isOff(tool: string): boolean {
    return this.world.settings().toolsOff.includes(tool)
  }

  /** What the chosen voice server is told of. Another one is told nothing, and given no key. */
  get usable(): readonly HostedServer[] {
    return this.servers.filter((server) => server.on && this.isHere(server) && this.isConfirmed(server) && this.hasItsKey(server))
  }

  /** Keys are read before a session asks for them, which cannot wait. */
  async load(): Promise<void> {
    await Promise.all(this.servers.filter(({ hasKey }) => hasKey).map((server) => this.loadKey(server)))
  }

  async add(form: HostedForm): Promise<Done> {
    const { settings, mint, hash } = this.world
    const { endpoint } = settings()
    const fault = this.roomFault(form.label.trim())
    if (fault !== null) return fault
    const entry = hostedEntry(form, endpoint)
    if (!entry.ok) return entry.error
    const answer = await this.world.confirmPatiently(hostedQuestion(entry.value, voiceName(endpoint)))
    if (answer !== 'yes') return errorWords(answer)
    const server: HostedServer = { ...entry.value, id: mint(), hash: hash(hostedText(entry.value)) }
    if (server.hasKey) await this.keep(server, form.key.trim())
    const saved = this.roomFault(server.label) ?? this.save([...this.servers, server]) // another may have been added meanwhile
    if (saved !== null) await this.forget(server)
    return saved
  }

  turn(id: string, on: boolean): Done {
    return this.servers.some((server) => server.id === id) ? this.save(this.servers.map((server) => (server.id === id ? { ...server, on } : server))) : say('setup.gone')
  }

  async remove(id: string): Promise<Done> {
    const gone = this.servers.filter((server) => server.id === id)
    const saved = this.save(this.servers.filter((server) => server.id !== id))
    if (saved === null) await Promise.all(gone.map((server) => this.forget(server)))
    return saved
  }

  private get vault() {
    return this.world.secrets('hosted')
  }

  /** Null: there is room for one that is called so. */
  private roomFault(name: string): Done {
    const fault = labelFault(name, [...this.world.settings().mcpServers, ...this.servers].map(({ label }) => label))
    return fault ?? (this.servers.length < MOST ? null : say('sign-in.hosted-full', { most: MOST }))
  }

  /** Bound to all that was confirmed: pointed elsewhere, an entry does not find its key. */
  private account(server: HostedServer): string {
    return `${server.id}/${this.world.hash(hostedText(server)).slice(0, 32)}`
  }

  private async loadKey(server: HostedServer): Promise<void> {
    const key = await this.vault.find(this.account(server))
    if (key !== null && this.servers.some(({ id }) => id === server.id)) this.keys.set(server.id, key)
  }

  private async keep(server: HostedServer, key: string): Promise<void> {
    await this.vault.keep(this.account(server), key)
    this.keys.set(server.id, key)
  }

  private async forget(server: HostedServer): Promise<void> {
    this.keys.delete(server.id)
    await this.vault.forget(this.account(server))
  }

  private save(hostedServers: readonly HostedServer[]): Done {
    const saved = this.world.updateSettings({ hostedServers: [...hostedServers] })
    return saved.ok ? null : errorWords(saved.error.tag)
  }
}
