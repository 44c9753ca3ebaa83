import { expect, test } from 'vitest'
import { readPasted } from '../../../../../src/main/mcp/core/setup/read-pasted'

const servers = (text: string) => {
  const read = readPasted(text)
  if (!read.ok) return read.error
  return [...read.value.servers.map(({ template, asks }) => ({ name: template.name, ...template.reach, ...(asks.length === 0 ? {} : { asks: asks.map(({ key, secret }) => `${key}${secret ? ' (secret)' : ''}`) }) })), ...read.value.refused]
}

const CLAUDE = `{
  // my servers
  "mcpServers": {
    "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2026.8.31", "/data"], "env": { "DEBUG": 1 }, },
  },
}`
const FILES = { name: 'files', kind: 'stdio', command: 'npx', args: ['-y', '@modelcontextprotocol/server-filesystem@2026.8.31', '/data'], cwd: null, values: { DEBUG: '1' } }

const VSCODE = `{
  "inputs": [{ "type": "promptString", "id": "token", "description": "GitHub token", "password": true }, { "id": "folder", "type": "promptString", "default": "/data" }],
  "servers": {
    "github": { "type": "http", "url": "https://api.example.com/mcp", "headers": { "Authorization": "Bearer \${input:token}" } },
    "local": { "type": "stdio", "command": "server", "args": ["\${input:folder}"] }
  }
}`

test.each([
  ['as Claude keeps it, with comments and commas too many', CLAUDE, [FILES]],
  ['copied without its outer braces', CLAUDE.trim().slice(1, -1).replace('// my servers', ''), [FILES]],
  ['as VS Code keeps it: what it asks for is asked once', VSCODE, [
    { name: 'github', kind: 'http', url: 'https://api.example.com/mcp', values: { Authorization: 'Bearer ${input:token}' }, asks: ['input:token (secret)'] },
    { name: 'local', kind: 'stdio', command: 'server', args: ['${input:folder}'], cwd: null, values: {}, asks: ['input:folder'] },
  ]],
  ['as VS Code keeps it among its settings', '{"mcp":{"servers":{"a":{"command":"a"}}}}', [{ name: 'a', kind: 'stdio', command: 'a', args: [], cwd: null, values: {} }]],
  ['one server alone', '{"url":"https://example.com/mcp"}', [{ name: 'server', kind: 'http', url: 'https://example.com/mcp', values: {} }]],
  ['as Cursor keeps it: from the environment', '{"mcpServers":{"a":{"url":"https://example.com","headers":{"X-Key":"${env:KEY}"}}}}', [{ name: 'a', kind: 'http', url: 'https://example.com', values: { 'X-Key': '${env:KEY}' }, asks: ['env:KEY (secret)'] }]],
  ['a name that JavaScript knows', '{"mcpServers":{"__proto__":{"command":"a"}}}', [{ name: '__proto__', kind: 'stdio', command: 'a', args: [], cwd: null, values: {} }]],
])('%s', (_what, text, expected) => {
  expect(servers(text)).toEqual(expected)
})

test.each([
  ['', 'Paste the JSON of a server.'],
  ['npx -y server', 'This is not valid JSON: line 1, character 1. A bracket, a comma or a quotation mark may be missing there.'],
  ['{"mcpServers":\n{"a": {"command": "a"}', 'This is not valid JSON: line 2, character 23. A bracket, a comma or a quotation mark may be missing there.'],
  ['[1]', 'This JSON is not a list of servers. It must start with { and name its servers.'],
  ['{"mcpServers":{}}', 'No server is named here. Paste an object with "mcpServers" or "servers" in it.'],
  ['{"theme":"dark"}', 'No server is named here. Paste an object with "mcpServers" or "servers" in it.'],
  ['{"servers":{"a":{"command":"a"},"a":{"command":"b"}}}', '“a” appears twice in the same place. Remove one of them.'],
  [`${'['.repeat(99_999)}`, 'This is nested too deeply for a list of servers.'],
  ['x'.repeat(200_001), 'This is too long for a list of servers. Paste only that part.'],
])('%# is refused with one sentence', (text, sentence) => {
  expect(servers(text)).toBe(sentence)
})

test.each([
  [{ type: 'sse', url: 'https://a.example/sse' }, 'It uses the old SSE transport, which Parley does not support. Ask its makers for an address of type "http".'],
  [{ command: 'a', envFile: '.env' }, 'It reads its secrets from a file ("envFile"), which Parley does not support. Write them under "env"; they are kept in the keychain.'],
  [{ command: 'a', url: 'https://a.example' }, 'It has both a "command" and a "url". Remove one of them.'],
  [{ args: [] }, 'It has neither a "command" nor a "url".'],
  [{ command: 'a', args: 'b' }, 'Its "args" are not a list of texts.'],
  [{ command: 'a', env: { A: null } }, '“A” under "env" has no value.'],
  [{ type: 'grpc', url: 'https://a.example' }, 'Its type “grpc” is unknown. Parley supports "stdio" and "http".'],
  [{ url: 'https://a.example', oauth: {} }, 'Its "oauth" has no "clientId".'],
  [{ url: 'https://a.example', oauth: { clientId: 'a', clientSecret: 'b' } }, 'Its "oauth" has a "clientSecret", which Parley does not use. Remove it.'],
  [{ command: '${workspaceFolder}/run' }, 'It uses ${workspaceFolder}, which only an editor can fill in. Write the real folder or value there.'],
])('%j costs itself alone', (entry, sentence) => {
  expect(servers(JSON.stringify({ mcpServers: { good: { command: 'g' }, bad: entry } }))).toEqual([{ name: 'good', kind: 'stdio', command: 'g', args: [], cwd: null, values: {} }, `“bad” was not added. ${sentence}`])
})

test('a secret that would stand in an argument is refused', () => {
  const text = VSCODE.replace('["${input:folder}"]', '["--key", "${input:token}"]')
  expect(servers(text)).toEqual([expect.objectContaining({ name: 'github' }), '“local” was not added. It puts a secret (“GitHub token”) where other programs can read it. Put it under "env" or "headers".'])
})

test('a client ID for signing in is taken over', () => {
  expect(servers('{"servers":{"a":{"url":"https://a.example/mcp","oauth":{"clientId":"mine"}}}}')).toEqual([{ name: 'a', kind: 'http', url: 'https://a.example/mcp', values: {}, clientId: 'mine' }])
})
