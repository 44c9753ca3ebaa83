import { z } from 'zod'
import { HostedServerSchema } from '../mcp/hosted'
import { ServerConfigSchema, ServerConsentSchema, ServerVerdictSchema, ToolPinSchema } from '../mcp/servers'

/** Main's alone to write: each server, and each tool of it, is confirmed in a dialog that main draws. */
export const mcpSettings = {
  fields: {
    mcpServers: z.array(ServerConfigSchema).max(32),
    mcpConfirmed: z.array(ServerConsentSchema).max(64),
    mcpTools: z.array(ToolPinSchema).max(4_096),
    /** Taken off the list, with secrets that are still to be forgotten: they can be put back for a moment. */
    mcpRemoved: z.array(ServerConfigSchema).max(32),
    /** Those that the voice server connects to by itself. */
    hostedServers: z.array(HostedServerSchema).max(16),
    mcpVerdicts: z.array(ServerVerdictSchema).max(64),
  },
  settingsPage: {},
  firstSteps: {},
  historyPage: {},
  defaults: () => ({ mcpServers: [], mcpConfirmed: [], mcpTools: [], mcpRemoved: [], hostedServers: [], mcpVerdicts: [] }),
}
