import { z } from 'zod'
import type { ServerTool } from '../../../../shared/mcp/servers'
import type { ToolChange } from '../../../../shared/mcp/setup'
import { firstCharacters } from '../../../../shared/text/characters'

const MAX_TEXT_CHARS = 20_000
/** Together they stay a few megabytes at the very most; what is older shows its change without its former words. */
const MOST = 1_000

const SeenToolSchema = z.object({ server: z.string(), tool: z.string(), hash: z.string(), description: z.string(), schema: z.string() })
export const SeenToolsSchema = z.array(SeenToolSchema).max(MOST)

/** What the person has looked at, in its own words: only so can it be said what is different now. */
export type SeenTools = z.infer<typeof SeenToolsSchema>

const cut = (text: string): string => firstCharacters(text, MAX_TEXT_CHARS)

export function withSeen(seen: SeenTools, tools: readonly ServerTool[]): SeenTools {
  const rest = seen.filter(({ server, tool }) => !tools.some((each) => each.server === server && each.tool === tool))
  return [...rest, ...tools.map(({ server, tool, hash, description, schema }) => ({ server, tool, hash, description: cut(description), schema: cut(schema) }))].slice(-MOST)
}

export function changesOf(seen: SeenTools, now: ServerTool): readonly ToolChange[] {
  if (now.standing !== 'changed') return []
  const before = seen.find(({ server, tool }) => server === now.server && tool === now.tool)
  if (before === undefined) return [{ what: 'rest', before: null }]
  const changes: readonly ToolChange[] = [
    ...(before.description === cut(now.description) ? [] : [{ what: 'description' as const, before: before.description }]),
    ...(before.schema === cut(now.schema) ? [] : [{ what: 'arguments' as const, before: before.schema }]),
  ]
  return changes.length > 0 ? changes : [{ what: 'rest', before: null }]
}
