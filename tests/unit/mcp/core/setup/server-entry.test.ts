import { expect, test } from 'vitest'
import { entryOf } from '../../../../../src/main/mcp/core/setup/server-entry'
import { labelFault, labelFor } from '../../../../../src/main/mcp/core/setup/labels'
import { filled } from '../../../../../src/main/mcp/core/setup/placeholders'

const stdio = (args: readonly string[], values = {}, cwd: string | null = null) => entryOf({ kind: 'stdio', command: 'server', args, cwd, values })
const http = (url: string, values = {}) => entryOf({ kind: 'http', url, values })
const fault = (entry: ReturnType<typeof entryOf>) => (entry.ok ? null : entry.error.split('.')[0])

test('the settings get names, the keychain the values', () => {
  expect([stdio(['--port', '1'], { TOKEN: 'abc' }), http('https://a.example/mcp', { Authorization: 'Bearer abc' })]).toEqual([
    { ok: true, value: { reach: { kind: 'stdio', command: 'server', args: ['--port', '1'], cwd: null, env: ['TOKEN'] }, values: { TOKEN: 'abc' } } },
    { ok: true, value: { reach: { kind: 'http', url: 'https://a.example/mcp', headers: ['Authorization'] }, values: { Authorization: 'Bearer abc' } } },
  ])
})

test.each([
  [['--api-key=abcdef']], [['--token', 'abcdef']], [['--header', 'Authorization: Bearer abcdefgh']], [['sk-abcdefghijklmnop']], [['--password', 'x']], [['GITHUB_TOKEN=abc']],
])('%j holds a secret, and is refused', (args) => {
  expect(fault(stdio(args))).toBe('One of its arguments looks like a secret, and other programs can read arguments')
})

test.each([
  [['-y', '@modelcontextprotocol/server-filesystem@2026.8.31', '/home/you/projects2/notes']], [['--token-file', '/a/b']], [['--header', 'Authorization:${AUTH}']], [['--token', '$TOKEN']], [['-e', 'TOKEN']],
])('%j holds none', (args) => {
  expect(stdio(args).ok).toBe(true)
})

test.each([
  ['http://a.example/mcp', 'Its address is not encrypted'], ['http://localhost:3000/mcp', 'Write http://127'], ['https://me:pw@a.example', 'Its address contains a user name and a password'],
  ['https://a.example/mcp?api_key=abc', 'Its address contains a key'], ['ftp://a.example', 'Its address must start with https://'], ['a.example', 'Its address is not valid'], ['javascript:alert(1)', 'Its address must start with https://'],
  ['https://a.example/mcp', null], ['http://127.0.0.1:3000/mcp', null], ['http://[::1]:3000/mcp', null],
])('the address %s', (url, why) => {
  expect(fault(http(url))).toBe(why)
})

test.each([
  [stdio([], { 'A B': 'x' }), 'A name under "env" cannot be the name of a variable'],
  [http('https://a.example', { 'X\nY': 'x' }), 'A name under "headers" cannot be the name of a header'],
  [http('https://a.example', { X: 'a\r\nB: c' }), 'The value of “X” contains characters that cannot be sent'],
  [stdio([], {}, 'relative/folder'), 'Its folder must be a full path'],
  [stdio(['x'.repeat(8_000), 'y'.repeat(8_000)]), 'Its command is longer than anyone would read before allowing it'],
  [stdio(Array.from({ length: 129 }, () => 'a')), 'It has more or longer arguments than Parley supports'],
])('%#: what cannot be used has a sentence', (entry, why) => {
  expect(fault(entry)).toBe(why)
})

test('a label is short, plain and nobody else\'s', () => {
  expect([labelFor('GitHub MCP (prod)', []), labelFor('files', ['Files']), labelFor('Ünïcode_näme_that_is_long', []), labelFor('日本', []), labelFor('Parley', [])]).toEqual(['GitHub-MCP-prod', 'files-2', 'Unicode-name-that-is', 'server', 'Parley-2'])
  expect(['', 'a_b', 'Parley', 'files', 'x'.repeat(21), 'ok'].map((label) => labelFault(label, ['Files']) === null)).toEqual([false, false, false, false, false, true])
})

test('what was typed is filled in once, and is no placeholder itself', () => {
  const reach = { kind: 'stdio', command: '~/bin/run', args: ['${env:A}', '${B}'], cwd: '${userHome}/x', values: { T: 'Bearer ${input:t} ${B} ${C:-else}' } } as const
  const answers = new Map([['env:A', '${input:t}'], ['input:t', '$& ${B}'], ['env:B', 'b'], ['env:C', 'else']])
  expect(filled(reach, answers, '/home/you')).toEqual({ kind: 'stdio', command: '/home/you/bin/run', args: ['${input:t}', '${B}'], cwd: '/home/you/x', values: { T: 'Bearer $& ${B} b else' } })
})
