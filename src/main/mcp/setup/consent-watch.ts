import type { ServerConfig } from '../../../shared/mcp/servers'
import type { ServerBook } from './server-book'

/**
 * An entry that is on and not confirmed as it stands: somebody has edited the settings file. The person is asked, once for each such
 * entry in a run; whoever says no has switched it off.
 */
export class ConsentWatch {
  private readonly asked = new Set<string>()
  private asking = false

  constructor(
    private readonly book: ServerBook,
    /** It may start now. */
    private readonly confirmed: (server: string) => void,
  ) {}

  evaluate(): void {
    if (!this.asking) void this.askAll()
  }

  private async askAll(): Promise<void> {
    this.asking = true
    try {
      for (let next = this.next(); next !== null; next = this.next()) await this.askOne(next)
    } finally {
      this.asking = false
    }
  }

  private next(): ServerConfig | null {
    return this.book.servers.find((server) => server.on && this.book.consents.of(server) !== 'confirmed' && !this.asked.has(JSON.stringify(server))) ?? null
  }

  private async askOne(server: ServerConfig): Promise<void> {
    this.asked.add(JSON.stringify(server))
    const refused = await this.book.turn(server.id, true)
    if (refused === null) this.confirmed(server.id)
    else if (JSON.stringify(this.book.find(server.id)) === JSON.stringify(server)) await this.book.turn(server.id, false)
  }
}
