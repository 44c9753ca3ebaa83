import type { ServerLogLine } from '../../shared/mcp/servers'

const MOST_LINES = 500

/** The last lines of a server, for the person. */
export class ServerLog {
  private kept: readonly ServerLogLine[] = []

  constructor(private readonly now: () => number) {}

  get lines(): readonly ServerLogLine[] {
    return this.kept
  }

  add(from: ServerLogLine['from'], lines: readonly string[]): void {
    const at = this.now()
    this.kept = [...this.kept, ...lines.map((text) => ({ at, from, text }))].slice(-MOST_LINES)
  }
}
