import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everythingByAddress } from '../../support/mcp/by-address'
import { everything, filesystem } from '../../support/mcp/reaches'
import { talkedProcess } from '../../support/mcp/talked-process'

let process_: ReturnType<typeof talkedProcess>
const folder = mkdtempSync(join(tmpdir(), 'parley-files-'))
writeFileSync(join(folder, 'note.txt'), 'It stands here.')
const http = await everythingByAddress()

beforeAll(async () => {
  process_ = talkedProcess()
  process_.connect('everything', everything())
  process_.connect('files', filesystem(folder))
  await process_.hear('ready', ({ server }) => server === 'everything')
  await process_.hear('ready', ({ server }) => server === 'files')
})
afterAll(async () => {
  http.stop()
  await process_.end()
})

const listens = (): Promise<boolean> => fetch(http.url).then(() => true, () => false)

const ask = async (server: string, tool: string, args: Record<string, string | number>) => process_.result(process_.startCall(server, tool, args))

test('the reference server: its tools, a text, an image, a structured result, links, and what it refuses', async () => {
  const tools = await process_.tools('everything')
  expect(tools.map(({ name }) => name)).toEqual(expect.arrayContaining(['echo', 'get-tiny-image', 'get-structured-content', 'trigger-long-running-operation']))
  expect(await ask('everything', 'echo', { message: 'hello' })).toMatchObject({ kind: 'done', text: 'Echo: hello', isError: false })
  const image = await ask('everything', 'get-tiny-image', {})
  expect(image).toMatchObject({ kind: 'done', images: [expect.stringMatching(/^data:image\/png;base64,/)] })
  expect(await ask('everything', 'get-structured-content', { location: 'Chicago' })).toMatchObject({ kind: 'done', text: expect.stringContaining('temperature') })
  expect(await ask('everything', 'get-resource-links', { count: 2 })).toMatchObject({ kind: 'done', text: expect.stringContaining('[a link: ') })
  expect(await ask('everything', 'echo', { wrong: 1 })).toMatchObject({ kind: 'done', isError: true })
})

test('what takes long tells how far it is, and can be cancelled', async () => {
  const call = process_.startCall('everything', 'trigger-long-running-operation', { duration: 2, steps: 4 })
  expect(await process_.result(call)).toMatchObject({ kind: 'done', isError: false })
  expect(process_.of('progress').filter((each) => each.call === call).map(({ words }) => words)).toContain('2 of 4')
  const cancelled = process_.startCall('everything', 'trigger-long-running-operation', { duration: 30, steps: 30 })
  await process_.hear('progress', (each) => each.call === cancelled)
  process_.post({ type: 'cancel', call: cancelled })
  expect(await process_.result(cancelled)).toEqual({ kind: 'failed', reason: 'cancelled', words: '' })
})

test('an elicitation is asked of the person, and the answer reaches the server', async () => {
  const call = process_.startCall('everything', 'trigger-elicitation-request', {})
  const question = await process_.hear('question')
  const names = question.asks.kind === 'form' ? question.asks.fields.map(({ name }) => name) : []
  expect(names).toEqual(expect.arrayContaining(['name', 'check', 'email', 'untitledSingleSelectEnum', 'titledMultipleSelectEnum']))
  expect(names).not.toContain('integer') // its words ask for a PIN, if only to say no to it
  process_.post({ type: 'answer', question: question.question, answer: { action: 'accept', content: { name: 'Anna', untitledMultipleSelectEnum: ['Piano', 'Bass'] } } })
  expect(await process_.result(call)).toMatchObject({ kind: 'done', text: expect.stringMatching(/Anna[^]*Piano/) })
})

test('the file server reads in its folder and refuses outside; its annotations are told', async () => {
  const tools = await process_.tools('files')
  expect(tools.find(({ name }) => name === 'read_text_file')).toMatchObject({ readOnly: true, destructive: false })
  expect(await ask('files', 'read_text_file', { path: join(folder, 'note.txt') })).toMatchObject({ kind: 'done', text: 'It stands here.', isError: false })
  expect(await ask('files', 'read_text_file', { path: '/etc/passwd' })).toMatchObject({ kind: 'done', isError: true })
})

test('the same server by its address', async () => {
  for (let tries = 0; tries < 200 && !(await listens()); tries += 1) await new Promise((passed) => setTimeout(passed, 50))
  process_.connect('http', { kind: 'http', url: http.url, headers: { 'X-Test': 'secret' } })
  await process_.hear('ready', ({ server }) => server === 'http')
  expect(await ask('http', 'echo', { message: 'by HTTP' })).toMatchObject({ kind: 'done', text: 'Echo: by HTTP' })
})

test.each([
  ['a', 'http://localhost:9/mcp', 'Write http://127.0.0.1 instead of localhost: a name can lead elsewhere.'],
  ['b', 'http://example.org/mcp', 'Its address is not encrypted. Use https://, or a server on this computer (http://127.0.0.1).'],
  ['c', 'https://anna:secret@example.org/mcp', 'Its address contains a user name and a password. Put them into a header.'],
])('%s: %s is not tried', async (id, url, reason) => {
  process_.connect(id, { kind: 'http', url, headers: {} })
  expect(await process_.hear('gone', ({ server }) => server === id)).toMatchObject({ reason, retry: false })
})

test('a command that is not there is said plainly', async () => {
  process_.connect('missing', { kind: 'stdio', command: 'no-such-command-anywhere', args: [], cwd: null, env: {} })
  expect(await process_.hear('gone', ({ server }) => server === 'missing')).toMatchObject({ reason: 'The command was not found or cannot be run.' })
})
