import { type FromProcess, FromProcessSchema, type ToProcess, ToProcessSchema } from '../../src/main/mcp/core/messages'
import { consentText } from '../../src/main/mcp/core/setup/server-entry'
import type { ServerConfig } from '../../src/shared/mcp/servers'
import type { LeftProcesses, RunningProcess, ServerProcess } from '../../src/main/mcp/core/ports'
import type { McpMachine } from '../../src/main/mcp/mcp-world'

/** The process of the servers as a test plays it. What goes either way is checked as by the real one. */
export class FakeServerProcess implements ServerProcess {
  /** Everything it was told, over all of its runs. */
  readonly told: ToProcess[] = []
  starts = 0
  kills = 0
  private heard: ((message: unknown) => void) | null = null
  private ended: ((how: { readonly code: number | null }) => void) | null = null

  start(heard: (message: unknown) => void, ended: (how: { readonly code: number | null }) => void): RunningProcess {
    if (this.heard !== null) throw new Error('it runs already')
    this.starts += 1
    this.heard = heard
    this.ended = ended
    return {
      post: (message) => {
        const read = ToProcessSchema.parse(message)
        this.told.push(read)
        if (read.type === 'end') queueMicrotask(() => this.dies(0))
      },
      kill: () => {
        this.kills += 1
        this.dies(null)
      },
    }
  }

  get isRunning(): boolean {
    return this.heard !== null
  }

  of<Type extends ToProcess['type']>(type: Type): readonly Extract<ToProcess, { readonly type: Type }>[] {
    return this.told.filter((each): each is Extract<ToProcess, { readonly type: Type }> => each.type === type)
  }

  says(message: FromProcess): void {
    this.saysAnything(FromProcessSchema.parse(message))
  }

  saysAnything(message: unknown): void {
    if (this.heard === null) throw new Error('it does not run')
    this.heard(message)
  }

  dies(code: number | null): void {
    const { ended } = this
    this.heard = null
    this.ended = null
    ended?.({ code })
  }
}

export class FakeLeftProcesses implements LeftProcesses {
  reaps = 0

  reap(): Promise<number> {
    this.reaps += 1
    return Promise.resolve(0)
  }
}

/** Not a hash, but as different as its text. */
const likeHash = (text: string): string => [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, text.length).toString(16)

/** The settings' yes to each of these entries. */
export const confirmed = (servers: readonly ServerConfig[]) => servers.map((server) => ({ server: server.id, hash: likeHash(consentText(server)) }))

export function fakeServerMachine() {
  const [process, left] = [new FakeServerProcess(), new FakeLeftProcesses()]
  const opened: string[] = []
  const browser = { opens: true }
  const machine: McpMachine = { process, left, hash: likeHash, home: '/home/anna', seen: { read: () => null, write: () => true }, openLink: (url) => Promise.resolve(opened.push(url) > 0 && browser.opens) }
  return { machine, process, left, opened, browser }
}
