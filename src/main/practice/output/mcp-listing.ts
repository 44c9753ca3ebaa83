import type { Fields } from '../session/fields'
import type { SessionContext } from '../session/session-context'
import type { WireItem } from '../session/wire'

const LISTING_MS = 30

const serversIn = (tools: readonly Fields[]): readonly Fields[] => tools.filter((tool) => tool['type'] === 'mcp')
const labelOf = (server: Fields): string => String(server['server_label'])

/** Those that may be asked for; where nobody says so, a made-up one. */
const namesOf = ({ allowed_tools: allowed }: Fields): readonly string[] => (Array.isArray(allowed) ? allowed.map(String) : ['practice_tool'])

const finishListing = (context: SessionContext, server: Fields, item: WireItem, previous: string | null): void => {
  const failed = context.faults.has('failed-mcp-listing')
  context.emit({ type: failed ? 'mcp_list_tools.failed' : 'mcp_list_tools.completed', item_id: item.id })
  const tools = failed ? [] : namesOf(server).map((name) => ({ name, description: 'Does nothing.', input_schema: { type: 'object' } }))
  context.emit({ type: 'conversation.item.done', previous_item_id: previous, item: { ...item, tools } })
}

/** Practice reaches no MCP server; it plays the frames of a listing with made-up tools (docs/wire-facts.md, Items and images). */
const listOne = (context: SessionContext, server: Fields): void => {
  const item: WireItem = { id: context.ids.next('mcp'), type: 'mcp_list_tools', server_label: labelOf(server), tools: [] }
  const previous = context.conversation.insert(item, [], null)
  context.emit({ type: 'conversation.item.added', previous_item_id: previous, item })
  context.emit({ type: 'mcp_list_tools.in_progress', item_id: item.id })
  context.timeline.after(LISTING_MS, () => finishListing(context, server, item, previous))
}

/** Lists the MCP servers that were not there before. */
export const listMcpTools = (context: SessionContext, before: readonly Fields[]): void => {
  const known = serversIn(before).map(labelOf)
  for (const server of serversIn(context.config.tools)) if (!known.includes(labelOf(server))) listOne(context, server)
}
