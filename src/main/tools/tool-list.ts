import type { Settings } from '../../shared/settings'
import type { ToolListing } from '../../shared/tools/view'
import { gate } from './core/gate'
import type { FunctionDefinition, NamedCall, Tool, ToolSource } from './core/tool'

export interface FoundTool {
  readonly tool: Tool
  readonly source: ToolSource
}

/** Every tool there is. Of two with the same name the first counts: its source cannot be taken over by a later one. */
export class ToolList {
  constructor(
    private readonly sources: readonly ToolSource[],
    private readonly settings: () => Settings,
  ) {}

  /** `hosted`: the label of the server that has it. A function of that name is something else. */
  find(name: string, hosted?: string): FoundTool | null {
    return this.all.find(({ tool }) => tool.definition.name === name && tool.hosted?.label === hosted) ?? null
  }

  /** What is meant by a call, where its tool stands for others. */
  meant<Call extends NamedCall>(call: Call): Call {
    if (call.hosted !== undefined) return this.hosted(call, call.hosted)
    const found = this.find(call.name)
    const behind = found?.source.behind?.(call) ?? null
    return behind === null ? call : { ...call, ...behind }
  }

  isOn(tool: Tool): boolean {
    return !this.settings().toolsOff.includes(tool.definition.name)
  }

  /** What the model is told of: only what it may ask for now. */
  get definitions(): readonly FunctionDefinition[] {
    const { toolChoice: choice } = this.settings()
    const isOffered = (tool: Tool) => gate({ level: tool.level, isOwn: tool.isOwn, choice, on: this.isOn(tool), allowed: 'no', tainted: false }).kind !== 'refuse'
    return this.all.flatMap(({ tool }) => (tool.isBehind !== true && tool.hosted === undefined && isOffered(tool) ? [tool.definition] : []))
  }

  get listings(): readonly ToolListing[] {
    return this.all.map(({ tool, source }) => ({
      name: tool.definition.name, source: tool.by ?? source.name, title: tool.title, explanation: tool.explanation, level: tool.level, isOwn: tool.isOwn, on: this.isOn(tool),
    }))
  }

  follow(changed: () => void): () => void {
    const stops = this.sources.flatMap((source) => source.changed?.(changed) ?? [])
    return () => stops.forEach((stop) => stop())
  }

  /** By the name that it has here. */
  private hosted<Call extends NamedCall>(call: Call, label: string): Call {
    const found = this.all.find(({ tool }) => tool.hosted?.label === label && tool.hosted.name === call.name)
    return { ...call, name: found?.tool.definition.name ?? `${label}: ${call.name}` }
  }

  private get all(): readonly FoundTool[] {
    const found = new Map<string, FoundTool>()
    for (const source of this.sources) for (const tool of source.list()) if (!found.has(tool.definition.name)) found.set(tool.definition.name, { tool, source })
    return [...found.values()]
  }
}
