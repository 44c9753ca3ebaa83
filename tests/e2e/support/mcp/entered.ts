import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { entryText } from '../../../../src/main/mcp/core/entry'
import { readTool } from '../../../../src/main/mcp/core/read-tool'
import { consentText } from '../../../../src/main/mcp/core/setup/server-entry'
import type { ServerConfig } from '../../../../src/shared/mcp/servers'
import type { SettingsPatch } from '../../../../src/shared/settings'
import type { ToolLevel } from '../../../../src/shared/tools/levels'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The server with a switch for each misbehaviour, under a label. */
export const hostile = (label: string, ...switches: readonly string[]): ServerConfig => ({
  id: label, label, on: true,
  reach: { kind: 'stdio', command: process.execPath, args: [join(import.meta.dirname, '../../../support/mcp/hostile-server.mjs'), ...switches], cwd: null, env: [] },
})

/** A tool of the hostile server that the person has looked at; null: at the level that Parley gives it. */
export interface LookedAt {
  readonly server: ServerConfig
  readonly tool: string
  readonly description?: string
  readonly level: ToolLevel | null
}

function pinned({ server, tool, description = `Does ${tool}.`, level }: LookedAt) {
  const listed = { name: tool, description, inputSchema: { type: 'object', properties: { text: { type: 'string' } } } }
  const hash = readTool(listed, { entryHash: sha256(entryText(server)), hash: sha256 })?.hash ?? ''
  return { server: server.id, tool, hash, level, on: true }
}

/** As servers are after a person has said yes to each, and has looked at these tools. */
export const entered = (servers: readonly ServerConfig[], tools: readonly LookedAt[]): SettingsPatch => ({
  mcpServers: [...servers],
  mcpConfirmed: servers.map((server) => ({ server: server.id, hash: sha256(consentText(server)) })),
  mcpTools: tools.map(pinned),
})
