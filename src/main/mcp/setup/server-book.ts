import type { ServerConfig } from '../../../shared/mcp/servers'
import { err, ok, type Result } from '../../../shared/result'
import { errorWords } from '../../../shared/errors/error-words'
import type { SettingsPatch } from '../../../shared/settings'
import type { ServerSecrets } from '../core/ports'
import { labelFault } from '../core/setup/labels'
import type { ServerEntry } from '../core/setup/server-entry'
import type { Values } from '../core/setup/server-template'
import type { Credentials } from '../core/sign-in/credentials'
import { ServerConsents } from './server-consents'
import { ServerCredentials } from './server-credentials'
import { ServerValues, valueNames } from './server-values'
import type { SetupWorld } from './setup-world'
import { say } from '../../../shared/words/say'

const MOST = 32

/** Null: it was done; else why not, as a sentence. */
type Done = string | null

/** Where values may go on being used although the entry is another one: the same program, or the same place. */
function isSamePlace(a: ServerConfig['reach'], b: ServerConfig['reach']): boolean {
  if (a.kind === 'http') return b.kind === 'http' && new URL(a.url).origin === new URL(b.url).origin
  return b.kind === 'stdio' && a.command === b.command && JSON.stringify(a.args) === JSON.stringify(b.args)
}

/** The servers a person has set up. Pages add and change entries; only a yes to main lets one start. */
export class ServerBook implements ServerSecrets {
  readonly consents: ServerConsents
  readonly values: ServerValues
  private readonly signIns: ServerCredentials
  private readonly lacking = new Map<string, readonly string[]>()
  private readonly turns = new Map<string, Promise<unknown>>()

  constructor(private readonly world: SetupWorld) {
    this.consents = new ServerConsents(world)
    this.values = new ServerValues(world)
    this.signIns = new ServerCredentials(world)
  }

  get servers(): readonly ServerConfig[] {
    return this.world.settings().mcpServers
  }

  find(id: string): ServerConfig | null {
    return this.servers.find((server) => server.id === id) ?? null
  }

  /** Names that had no value when it was last asked for. */
  lacks(server: ServerConfig): readonly string[] {
    return (this.lacking.get(server.id) ?? []).filter((name) => valueNames(server).includes(name))
  }

  /** Of an entry that is confirmed as it stands; of any other there is nothing, so that it cannot start. */
  async of(server: ServerConfig): Promise<Values | null> {
    if (this.consents.of(server) !== 'confirmed') return null
    const found = await this.values.find(server)
    this.lacking.set(server.id, valueNames(server).filter((name) => !Object.hasOwn(found, name)))
    return this.lacks(server).length === 0 ? found : null
  }

  credentials(server: ServerConfig): Promise<Credentials | null> {
    return this.signIns.find(server)
  }

  /** Not of an entry that went meanwhile: nobody would ever forget them. */
  async keepCredentials(server: ServerConfig, credentials: Credentials | null): Promise<boolean> {
    const isThere = () => this.servers.some((each) => each.id === server.id && !this.signIns.isOther(each, server))
    if (credentials !== null && isThere()) await this.signIns.keep(server, credentials)
    if (credentials !== null && isThere()) return true
    await this.signIns.forget(server)
    return credentials === null
  }

  /** It is listed, and off: nothing of it has started yet. */
  async add(label: string, { reach, values }: ServerEntry): Promise<Result<ServerConfig, string>> {
    const fault = labelFault(label, this.labels(null))
    if (fault !== null) return err(fault)
    if (this.servers.length >= MOST) return err(say('setup.too-many', { most: MOST }))
    const server: ServerConfig = { id: this.world.mint(), label, on: false, reach }
    await this.values.keep(server, values) // first: an entry that stands in the settings has its values
    const saved = labelFault(label, this.labels(null)) ?? this.save({ mcpServers: [...this.servers, server] }) // another may have been added meanwhile
    if (saved !== null) await this.values.forget(server)
    return saved === null ? ok(server) : err(saved)
  }

  /** Off goes at once. On is asked where this entry was not confirmed yet. */
  async turn(id: string, on: boolean): Promise<Done> {
    const server = this.find(id)
    if (server === null) return say('setup.gone')
    return on ? this.inTurn(id, () => this.turnOn(id)) : this.save({ mcpServers: this.withServer({ ...server, on: false }) })
  }

  /** `values`: those that were typed; the others stay, where it is still the same program or the same place. */
  edit(id: string, label: string, entry: ServerEntry): Promise<Done> {
    return this.inTurn(id, () => this.editNow(id, label, entry))
  }

  async forget(server: ServerConfig): Promise<void> {
    await this.values.forget(server)
    await this.signIns.forget(server)
    this.lacking.delete(server.id)
  }

  save(patch: SettingsPatch): Done {
    const saved = this.world.updateSettings(patch)
    return saved.ok ? null : errorWords(saved.error.tag)
  }

  private async turnOn(id: string): Promise<Done> {
    const server = this.find(id)
    if (server === null) return say('setup.gone')
    if (this.consents.of(server) === 'confirmed') return this.save({ mcpServers: this.withServer({ ...server, on: true }) })
    const answer = await this.consents.ask(server, await this.values.find(server))
    if (answer !== 'yes') return errorWords(answer)
    const now = this.find(id) // it may have been edited while the person read
    if (now === null || JSON.stringify(now.reach) !== JSON.stringify(server.reach) || now.label !== server.label) return say('setup.changed-while-asked')
    return this.save({ mcpServers: this.withServer({ ...now, on: true }), ...this.consents.with(server) })
  }

  private async editNow(id: string, label: string, { reach, values }: ServerEntry): Promise<Done> {
    const before = this.find(id)
    if (before === null) return say('setup.gone')
    const fault = labelFault(label, this.labels(id))
    if (fault !== null) return fault
    const after: ServerConfig = { ...before, label, reach }
    const kept = isSamePlace(before.reach, reach) ? await this.values.find(before) : {}
    const all: Values = Object.fromEntries(valueNames(after).flatMap((name) => (values[name] !== undefined && values[name] !== '' ? [[name, values[name]]] : kept[name] === undefined ? [] : [[name, kept[name]]])))
    const open = valueNames(after).find((name) => all[name] === undefined)
    if (open !== undefined) return say('setup.value-needed', { name: open })
    if (!before.on) return this.replace(before, after, all, false)
    const answer = await this.consents.ask(after, all)
    return answer === 'yes' ? this.replace(before, after, all, true) : errorWords(answer)
  }

  private async replace(before: ServerConfig, after: ServerConfig, values: Values, confirmed: boolean): Promise<Done> {
    if (JSON.stringify(this.find(before.id)) !== JSON.stringify(before)) return say('setup.changed')
    const withdrawn = confirmed ? null : this.save(this.consents.without(after.id)) // first: nothing starts with values that nobody was shown
    if (withdrawn !== null) return withdrawn
    await this.values.keep(after, values)
    const now = this.find(before.id)
    if (now === null) return this.dropped(after)
    const saved = this.save({ mcpServers: this.withServer({ ...after, on: after.on && now.on }), ...(confirmed ? this.consents.with(after) : this.consents.without(after.id)) })
    if (saved === null) await this.values.forget(before, after)
    if (saved === null && this.signIns.isOther(before, after)) await this.signIns.forget(before)
    this.lacking.delete(after.id)
    return saved
  }

  /** Removed while its values were written: what can be put back keeps its own, and is forgotten with them. */
  private async dropped(after: ServerConfig): Promise<Done> {
    await this.values.forget(after, this.world.settings().mcpRemoved.find(({ id }) => id === after.id) ?? null)
    return say('setup.gone')
  }

  /** Asked, shown and kept of one entry is one thing after the other: nothing changes behind a dialog about it. */
  private inTurn(id: string, work: () => Promise<Done>): Promise<Done> {
    const done = (this.turns.get(id) ?? Promise.resolve()).then(work, work)
    const over = done.finally(() => this.turns.get(id) === over && this.turns.delete(id))
    this.turns.set(id, over)
    return over
  }

  private withServer(server: ServerConfig): ServerConfig[] {
    return this.servers.map((each) => (each.id === server.id ? server : each))
  }

  private labels(except: string | null): readonly string[] {
    return [...this.servers.filter(({ id }) => id !== except), ...this.world.settings().hostedServers].map(({ label }) => label)
  }
}
