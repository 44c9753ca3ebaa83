import { mkdtempSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerOverHttp } from '../../support/mcp/over-http'
import { talkedProcess } from '../../support/mcp/talked-process'
import { makeCertificate } from '../support/certificate'

/** The road out: a name that is looked up, over TLS, with a certificate that only who is told so trusts. */
const handler = createMcpHandler(() => {
  const server = new McpServer({ name: 'named', version: '1' })
  server.registerTool('where', { description: 'Says where.' }, () => ({ content: [{ type: 'text', text: 'by its name' }] }))
  return server
})
const hosts: (string | undefined)[] = []
let stop: () => void = () => undefined
let url = ''
let file = ''

beforeAll(async () => {
  const pair = await makeCertificate()
  file = join(mkdtempSync(join(tmpdir(), 'parley-ca-')), 'ca.pem')
  writeFileSync(file, pair.cert)
  const server = createServer(pair, (request, response) => {
    hosts.push(request.headers.host)
    void answerOverHttp(handler, url, request, response)
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((listening) => server.listen(0, listening))
  url = `https://localhost:${String((server.address() as AddressInfo).port)}/mcp`
  stop = () => {
    server.closeAllConnections()
    server.close()
  }
})
afterAll(() => stop())

test('a server by its name, with a certificate that this computer was told to trust', async () => {
  const trusting = talkedProcess({ NODE_EXTRA_CA_CERTS: file })
  trusting.connect('named', { kind: 'http', url, headers: {} })
  await trusting.hear('ready')
  const result = await trusting.result(trusting.startCall('named', 'where', {}))
  await trusting.end()
  expect({ result, hosts: [...new Set(hosts)] }).toMatchObject({ result: { kind: 'done', text: 'by its name' }, hosts: [new URL(url).host] })
})

test('with one that nobody vouches for it is not reached, whatever the environment says', async () => {
  const before = hosts.length
  const strict = talkedProcess({ NODE_EXTRA_CA_CERTS: '', NODE_TLS_REJECT_UNAUTHORIZED: '0' })
  strict.connect('named', { kind: 'http', url, headers: { 'X-Key': 'secret' } })
  await strict.hear('gone')
  await strict.end()
  expect(hosts.length).toBe(before)
})
