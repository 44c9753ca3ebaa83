import type { ServerTool, ToolPin, ToolStanding } from '../../shared/mcp/servers'
import type { Settings } from '../../shared/settings'
import type { ToolLevel } from '../../shared/tools/levels'
import { defaultLevel } from './core/levels'
import type { ListedTool } from './core/messages'
import { toolName } from './core/tool-name'

/** What the person has decided about one listed tool. */
export interface JudgedTool {
  readonly listed: ListedTool
  readonly name: string
  readonly level: ToolLevel
  readonly standing: ToolStanding
  readonly isOn: boolean
}

export interface JudgingWorld {
  readonly server: string
  readonly label: string
  readonly pins: readonly ToolPin[]
  /** Names of tools that are not a server's. */
  readonly isTaken: (name: string) => boolean
}

/** A tool that the person has not looked at as it is now is off, whatever was decided about it before. */
export function judged(tools: readonly ListedTool[], { server, label, pins, isTaken }: JudgingWorld): readonly JudgedTool[] {
  const pinned = new Map(pins.filter((pin) => pin.server === server).map((pin) => [pin.tool, pin]))
  const names = new Set<string>()
  return tools.map((listed) => {
    const pin = pinned.get(listed.name)
    const standing: ToolStanding = pin === undefined ? 'new' : pin.hash === listed.hash ? 'seen' : 'changed'
    const name = toolName(label, listed.name, (each) => names.has(each) || isTaken(each))
    names.add(name)
    return { listed, name, standing, level: (standing === 'seen' ? pin?.level : null) ?? defaultLevel(listed), isOn: standing === 'seen' && pin?.on === true }
  })
}

export const shownTool = (server: string, { listed, name, level, standing, isOn }: JudgedTool): ServerTool => ({
  server, name, level, standing, isOn,
  tool: listed.name,
  title: listed.title ?? listed.name,
  description: listed.description,
  schema: JSON.stringify(listed.schema, null, 2),
  defaultLevel: defaultLevel(listed),
  hash: listed.hash,
})

/** As many as settings hold; the oldest decisions go first, and their tools are new again. */
const MOST = 4_096

/** The decision, in the place of an earlier one. */
export const pinnedTools = (pins: Settings['mcpTools'], pin: ToolPin): Settings['mcpTools'] =>
  [...pins.filter((each) => each.server !== pin.server || each.tool !== pin.tool), pin].slice(-MOST)
