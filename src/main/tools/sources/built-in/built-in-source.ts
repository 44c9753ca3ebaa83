import type { ToolSource } from '../../core/tool'
import { type BuiltInTool, failed } from './built-in-tool'
import { calculate } from './calculate'
import { now, type NowParts } from './now'

/** What the tools need of the machine and of the features they act for. */
export type BuiltInParts = NowParts

/** In the order in which servers are told of them: it never changes, so that they are cached. */
const builtInTools = (parts: BuiltInParts): readonly BuiltInTool[] => [now(parts), calculate()]

/** Parley's own tools: the front door. */
export function createBuiltInSource(parts: BuiltInParts): ToolSource {
  const all = builtInTools(parts)
  const list = all.map(({ tool }) => tool)
  const byName = new Map(all.map((each) => [each.tool.definition.name, each]))
  return {
    name: 'Parley',
    list: () => list,
    call: async (request) => byName.get(request.name)?.call(request) ?? failed('There is no such tool.'),
    undo: async ({ kind, data }) => (await all.find(({ undo }) => undo?.kind === kind)?.undo?.take(data)) ?? false,
  }
}
