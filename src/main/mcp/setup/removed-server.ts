import type { ServerConfig, ToolPin } from '../../../shared/mcp/servers'
import { Deadline } from '../../platform/deadline'
import type { Settings } from '../../../shared/settings'
import type { ServerBook } from './server-book'
import type { SetupWorld } from './setup-world'
import { say } from '../../../shared/words/say'

/** As for everything else that is deleted here. */
const UNDO_MS = 10_000
/** As the settings hold them. */
const MOST = 32

interface Removed {
  readonly server: ServerConfig
  readonly place: number
  readonly pins: readonly ToolPin[]
  readonly consent: Settings['mcpConfirmed'][number] | null
}

/** Removing a server takes it off the list at once; its secrets go for good when it cannot be put back any more. */
export class ServerRemoval {
  private removed: Removed | null = null
  private readonly deadline: Deadline

  constructor(
    private readonly world: SetupWorld,
    private readonly book: ServerBook,
  ) {
    this.deadline = new Deadline(world.timers, () => void this.settle())
  }

  get offer(): { readonly id: string; readonly label: string } | null {
    return this.removed === null ? null : { id: this.removed.server.id, label: this.removed.server.label }
  }

  async remove(id: string): Promise<string | null> {
    await this.settle()
    const { mcpServers, mcpTools, mcpConfirmed, mcpRemoved } = this.world.settings()
    const place = mcpServers.findIndex((server) => server.id === id)
    const server = mcpServers[place]
    if (server === undefined) return null
    const saved = this.book.save({ mcpServers: mcpServers.filter((each) => each.id !== id), mcpTools: mcpTools.filter((pin) => pin.server !== id), mcpConfirmed: mcpConfirmed.filter((each) => each.server !== id), mcpRemoved: [...mcpRemoved, server].slice(-MOST) })
    if (saved !== null) return saved
    this.removed = { server, place, pins: mcpTools.filter((pin) => pin.server === id), consent: mcpConfirmed.find((each) => each.server === id) ?? null }
    this.deadline.start(UNDO_MS)
    return null
  }

  putBack(id: string): string | null {
    const { removed } = this
    if (removed?.server.id !== id) return say('setup.undo-over')
    const { mcpServers, mcpTools, mcpConfirmed, hostedServers } = this.world.settings()
    if ([...mcpServers, ...hostedServers].some(({ label }) => label.toLowerCase() === removed.server.label.toLowerCase())) return say('setup.label-in-use', { label: removed.server.label })
    const saved = this.book.save({
      mcpServers: [...mcpServers.slice(0, removed.place), removed.server, ...mcpServers.slice(removed.place)],
      mcpTools: [...mcpTools, ...removed.pins],
      mcpConfirmed: removed.consent === null ? [...mcpConfirmed] : [...mcpConfirmed, removed.consent],
      mcpRemoved: this.stillRemoved([removed.server]),
    })
    if (saved !== null) return saved
    this.deadline.stop()
    this.removed = null
    return null
  }

  /** For good, now; also when Parley ends. */
  async settle(): Promise<void> {
    const { removed } = this
    if (removed === null) return
    this.deadline.stop()
    this.removed = null
    await this.forget([removed.server])
    this.world.changed()
  }

  /** What an earlier run had no time to forget: it was killed while the server could still be put back. */
  async sweep(): Promise<void> {
    const { mcpRemoved } = this.world.settings()
    if (mcpRemoved.length > 0) await this.forget(mcpRemoved)
  }

  private async forget(servers: readonly ServerConfig[]): Promise<void> {
    for (const server of servers) await this.book.forget(server)
    this.book.save({ mcpRemoved: this.stillRemoved(servers) })
  }

  private stillRemoved(but: readonly ServerConfig[]): ServerConfig[] {
    return this.world.settings().mcpRemoved.filter(({ id }) => !but.some((each) => each.id === id))
  }
}
