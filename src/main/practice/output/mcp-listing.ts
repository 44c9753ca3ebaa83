import type { Fields } from '../session/fields'
import type { SessionContext } from '../session/session-context'
import type { WireItem } from '../session/wire'

const LISTING_MS = 30

const labelsOf = (tools: readonly Fields[]): readonly string[] =>
  tools.filter((tool) => tool['type'] === 'mcp').map((tool) => String(tool['server_label']))

const finishListing = (context: SessionContext, item: WireItem, previous: string | null): void => {
  const failed = context.faults.has('failed-mcp-listing')
  context.emit({ type: failed ? 'mcp_list_tools.failed' : 'mcp_list_tools.completed', item_id: item.id })
  const tools = failed ? [] : [{ name: 'practice_tool', description: 'Does nothing.', input_schema: { type: 'object' } }]
  context.emit({ type: 'conversation.item.done', previous_item_id: previous, item: { ...item, tools } })
}

/** Practice reaches no MCP server; it plays the frames of a listing with one made-up tool (docs/wire-facts.md, Items and images). */
const listOne = (context: SessionContext, serverLabel: string): void => {
  const item: WireItem = { id: context.ids.next('mcp'), type: 'mcp_list_tools', server_label: serverLabel, tools: [] }
  const previous = context.conversation.insert(item, [], null)
  context.emit({ type: 'conversation.item.added', previous_item_id: previous, item })
  context.emit({ type: 'mcp_list_tools.in_progress', item_id: item.id })
  context.timeline.after(LISTING_MS, () => finishListing(context, item, previous))
}

/** Lists the MCP servers that were not there before. */
export const listMcpTools = (context: SessionContext, before: readonly Fields[]): void => {
  const known = labelsOf(before)
  for (const label of labelsOf(context.config.tools)) if (!known.includes(label)) listOne(context, label)
}
