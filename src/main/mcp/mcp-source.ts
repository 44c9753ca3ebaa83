import { areMany, find, isOfPair, pair, toolBehind } from './many-tools'
import type { NamedCall, Tool, ToolOutcome, ToolRequest, ToolSource } from '../tools/core/tool'
import { outcomeOf } from './core/outcome'
import type { ResultImages } from './result-images'
import type { Servers } from './servers'
import { serverTool } from './server-tool'
import type { JudgedTool } from './tool-pins'

interface Offered {
  readonly tool: Tool
  readonly server: string
  readonly label: string
  readonly judged: JudgedTool
}

const isSame = (before: ReadonlyMap<string, Offered>, after: ReadonlyMap<string, Offered>): boolean =>
  before.size === after.size && [...after].every(([name, { judged }]) => before.get(name)?.judged.listed.hash === judged.listed.hash && before.get(name)?.judged.level === judged.level)

/** The tools of all servers that the person has looked at and switched on, in the order of the servers and as each lists them. */
export class McpSource implements ToolSource {
  readonly name = 'MCP servers'
  private listed: readonly Tool[] | null = null
  private isMany = false
  private built: ReadonlyMap<string, Offered> | null = null
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly servers: Servers,
    private readonly images: Pick<ResultImages, 'redrawn'>,
  ) {
    servers.follow(() => this.evaluate())
  }

  list(): readonly Tool[] {
    return this.listed ?? (this.listed = this.listAll())
  }

  behind(call: NamedCall): NamedCall | null {
    this.list() // which of the two it is now
    return this.isMany && isOfPair(call.name) ? toolBehind(call, this.tools) : null
  }

  changed(heard: () => void): () => void {
    this.listeners.add(heard)
    return () => void this.listeners.delete(heard)
  }

  async call({ name, arguments: args, signal, progress }: ToolRequest): Promise<ToolOutcome> {
    if (isOfPair(name)) return find(this.tools, args)
    const offered = this.offered.get(name)
    if (offered === undefined) return { kind: 'failed', error: 'The tool has changed or is off: it can be looked at in the settings.', retry: false }
    const { server, label, judged } = offered
    const result = await this.servers.call(server, judged.listed.name, args, { signal, progress })
    return outcomeOf(await this.images.redrawn(result), label)
  }

  /** Something of the servers is different; of a list that is the same, or that nobody has read, nobody hears. */
  private evaluate(): void {
    const before = this.built
    this.built = null
    this.listed = null
    if (before !== null && !isSame(before, this.offered)) for (const each of this.listeners) each()
  }

  private get tools(): readonly Tool[] {
    return [...this.offered.values()].map(({ tool }) => tool)
  }

  /** Every tool can be called; which of them the model is told of is another matter. */
  private listAll(): readonly Tool[] {
    this.isMany = areMany(this.tools, this.isMany)
    return this.isMany ? [...pair(), ...this.tools.map((tool) => ({ ...tool, isBehind: true as const }))] : this.tools
  }

  private get offered(): ReadonlyMap<string, Offered> {
    return (this.built ??= new Map(this.servers.states.flatMap(({ id, label }) => this.offeredBy(id, label))))
  }

  private offeredBy(server: string, label: string): readonly (readonly [string, Offered])[] {
    const on = this.servers.judged(server).filter(({ isOn }) => isOn)
    return on.map((judged) => [judged.name, { server, label, judged, tool: serverTool(label, judged) }] as const)
  }
}
