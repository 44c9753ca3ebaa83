import type { ServerTool } from '../../../shared/mcp/servers'
import type { ListedServerTool } from '../../../shared/mcp/setup'
import type { ToolDecision } from '../../../shared/ipc/mcp'
import type { McpServers } from '../core/ports'
import { changesOf, type SeenTools, SeenToolsSchema, withSeen } from '../core/setup/seen-tools'
import { listed } from '../../../shared/text/amount-words'
import { errorWords } from '../../../shared/errors/error-words'
import type { SetupWorld } from './setup-world'
import { say } from '../../../shared/words/say'

/** Kept between runs, readable by the person only. */
export interface SeenStore {
  /** Null: nothing, or nothing that can be read. */
  read(): unknown
  /** False: the disk refused it; then it is known for this run. */
  write(seen: SeenTools): boolean
}

export interface ToolLookParts {
  readonly servers: Pick<McpServers, 'tools' | 'decide'>
  readonly seen: SeenStore
  readonly ask: SetupWorld['ask']
}

/** A server's own word makes a tool stricter (level 4), and nobody's click makes that milder. */
const isBelowFloor = ({ defaultLevel }: ServerTool, { level }: ToolDecision): boolean => defaultLevel === 4 && level !== null && level < 4

const milderQuestion = (tools: readonly ServerTool[]) => ({
  title: say('dialogs.tools-ask-less', { n: tools.length, name: tools[0]?.name ?? '' }),
  text: say('dialogs.tools-ask-less-text', { names: listed(tools.map(({ name }) => name)) }),
  yes: say('dialogs.tools-ask-less-yes'),
})

/** What the person has looked at of the tools of servers, and decides about them. */
export class ToolLooks {
  private seen: SeenTools

  constructor(private readonly parts: ToolLookParts) {
    const read = SeenToolsSchema.safeParse(parts.seen.read())
    this.seen = read.success ? read.data : []
  }

  list(server: string): readonly ListedServerTool[] {
    return this.parts.servers.tools(server).map((tool) => ({ ...tool, changes: changesOf(this.seen, tool) }))
  }

  /** Null: all of it was done; else why not, as a sentence. Nothing is done of what is not known any more. */
  async decide(server: string, decisions: readonly ToolDecision[]): Promise<string | null> {
    const known = this.known(server, decisions)
    if (known.length < decisions.length) return say('setup.tool-changed')
    if (known.some(({ tool, decision }) => isBelowFloor(tool, decision))) return say('setup.tool-destroys')
    const milder = known.filter(({ tool, decision }) => (decision.level ?? tool.defaultLevel) < Math.min(tool.level, tool.defaultLevel))
    const answer = milder.length === 0 ? 'yes' : await this.parts.ask(milderQuestion(milder.map(({ tool }) => tool)))
    if (answer !== 'yes') return errorWords(answer)
    const done = this.known(server, decisions).filter(({ tool, decision }) => this.parts.servers.decide(server, tool.tool, decision.hash, { on: decision.on, level: decision.level }))
    this.looked(done.map(({ tool }) => tool))
    return done.length === decisions.length ? null : say('setup.tool-changed')
  }

  private known(server: string, decisions: readonly ToolDecision[]): readonly { readonly tool: ServerTool; readonly decision: ToolDecision }[] {
    const tools = this.parts.servers.tools(server)
    return decisions.flatMap((decision) => {
      const tool = tools.find((each) => each.tool === decision.tool && each.hash === decision.hash)
      return tool === undefined ? [] : [{ tool, decision }]
    })
  }

  private looked(tools: readonly ServerTool[]): void {
    if (tools.length === 0) return
    this.seen = withSeen(this.seen, tools)
    this.parts.seen.write(this.seen)
  }
}
