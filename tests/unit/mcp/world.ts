import { createMcpFeature, type McpFeature } from '../../../src/main/mcp/mcp-feature'
import type { ListedTool } from '../../../src/main/mcp/core/messages'
import type { ServerConfig } from '../../../src/shared/mcp/servers'
import type { Settings } from '../../../src/shared/settings'
import { confirmed, fakeServerMachine } from '../../fakes/fake-servers'
import { FakeVault } from '../../fakes/fake-setup-world'
import { FakeToolSource } from '../../fakes/fake-tool-source'
import { FakeTimers } from '../../fakes/fake-timers'
import { fakeToolsWorld } from '../../fakes/fake-tools-world'

export const settled = () => new Promise((resolve) => setImmediate(resolve))

export const config = (id: string, more: Partial<ServerConfig> = {}): ServerConfig => ({
  id, label: id, on: true, reach: { kind: 'stdio', command: 'server', args: ['--now'], cwd: null, env: [] }, ...more,
})

export const listed = (name: string, more: Partial<ListedTool> = {}): ListedTool => ({
  name, title: null, description: `Does ${name}.`, schema: { type: 'object', properties: { text: { type: 'string' } }, required: ['text'] }, readOnly: false, destructive: false, hash: `hash-of-${name}`, ...more,
})

/** With a list of what was confirmed, the person says no to whatever is asked at the start. The feature, started, with a process that the test plays. */
export async function mcpWorld(servers: readonly ServerConfig[], more: Partial<Settings> = {}, secrets: Readonly<Record<string, string>> = {}) {
  const timers = new FakeTimers()
  const tools = fakeToolsWorld(timers, [])
  const { machine, process, left, opened, browser } = fakeServerMachine()
  const vault = new FakeVault()
  const kept = {
    find: async (name: string) => (await vault.find(name)) ?? secrets[name.split('/').at(-1) ?? ''] ?? null,
    keep: (name: string, secret: string) => vault.keep(name, secret),
    forget: (name: string) => vault.forget(name),
  }
  tools.person.says = more.mcpConfirmed === undefined
  tools.set({ mcpServers: [...servers], mcpConfirmed: confirmed(servers), ...more })
  let feature: McpFeature | null = null
  const other = new FakeToolSource(['taken_name'])
  const change = (patch: Partial<Settings>) => {
    const before = tools.settings()
    const saved = tools.world.updateSettings(patch)
    for (const { part, changed } of feature?.settings ?? []) if (part === 'all' || part.some((each) => each in patch)) changed(before, tools.settings())
    return saved
  }
  feature = createMcpFeature({ ...tools.world, ...machine, secrets: () => kept, updateSettings: (patch) => change(patch as Partial<Settings>), others: [other] })
  const [source] = feature.toolSources ?? []
  if (source === undefined) throw new Error('it brings no tools')
  await feature.start?.(undefined as never)
  await settled()
  tools.person.says = true
  /** As the person leaves them, with a yes to each. */
  const enter = (...entries: readonly ServerConfig[]) => change({ mcpServers: [...entries], mcpConfirmed: confirmed(entries) })
  /** Of the newest connection. */
  const roundOf = (server: string): number => process.of('connect').filter((each) => each.server === server).at(-1)?.round ?? 0
  const lists = (server: string, ...some: readonly ListedTool[]) => process.says({ type: 'tools', server, round: roundOf(server), first: true, last: true, tools: [...some], leftOut: null })
  const ready = (server: string, ...some: readonly ListedTool[]) => {
    process.says({ type: 'ready', server, round: roundOf(server), era: 'modern' })
    lists(server, ...some)
  }
  return { ...tools, feature, servers: feature.servers, source, other, process, left, opened, browser, vault, timers, change, enter, roundOf, lists, ready, phases: () => feature.servers.states.map(({ phase }) => phase) }
}
