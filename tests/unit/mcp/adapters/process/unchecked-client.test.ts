import { InMemoryTransport } from '@modelcontextprotocol/client'
import { expect, test } from 'vitest'
import { unchecked } from '../../../../../src/main/mcp/adapters/process/unchecked-client'

const TOOL = { name: 'x', inputSchema: { type: 'object' }, outputSchema: { type: 'object', properties: { value: { type: 'string', pattern: '^(a+)+$' } } } }
const ANSWERS: Readonly<Record<string, object>> = {
  initialize: { protocolVersion: '2025-06-18', capabilities: { tools: {} }, serverInfo: { name: 's', version: '1' } },
  'tools/list': { tools: [TOOL] },
  'tools/call': { content: [], structuredContent: { value: 'b' } },
}

test('what comes out is held against no schema of a server, even where the SDK has it', async () => {
  const [ours, theirs] = InMemoryTransport.createLinkedPair()
  theirs.onmessage = (message) => {
    if ('method' in message && 'id' in message && message.id !== undefined) void theirs.send({ jsonrpc: '2.0', id: message.id, result: { ...ANSWERS[message.method] } })
  }
  const client = unchecked('1', () => undefined)
  await theirs.start()
  await client.connect(ours, { prior: { kind: 'legacy' } })
  await client.listTools()
  expect(await client.callTool({ name: 'x' })).toMatchObject({ structuredContent: { value: 'b' } })
  await client.close()
})
