import { createServer, type ServerOptions } from 'node:https'
import type { AddressInfo } from 'node:net'
import tls from 'node:tls'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { wsTransport } from '../../../src/main/providers/adapters/ws-transport'
import type { TransportClosed } from '../../../src/main/providers/core/transport-port'
import { classifyClose } from '../../../src/shared/errors/classify-error'
import { makeCertificate } from '../support/certificate'

let pair: Awaited<ReturnType<typeof makeCertificate>>
beforeAll(async () => { pair = await makeCertificate() })
afterEach(() => void vi.unstubAllEnvs())

/** What becomes of a connection to a server that is this way, and what the server got to see of it. */
async function connectTo(options: ServerOptions, host = 'localhost') {
  const seen: unknown[] = []
  const server = createServer({ ...pair, ...options }, ({ headers }) => void seen.push(headers))
  server.on('upgrade', ({ headers }, socket) => {
    seen.push(headers.authorization)
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
  })
  server.on('tlsClientError', () => undefined)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const url = `wss://${host}:${String((server.address() as AddressInfo).port)}/v1/realtime`
  const why = await new Promise<TransportClosed>((resolve) => {
    const nothing = () => undefined
    wsTransport.connect({ url, headers: { authorization: 'Bearer not-for-everybody' } }, { opened: nothing, message: nothing, alive: nothing, closed: resolve })
  })
  await new Promise((resolve) => server.close(resolve))
  return { tag: classifyClose({ ...why, lastError: null }).error.tag, seen }
}

test('a certificate nobody vouches for is refused and told as one, whatever the environment says', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  expect(await connectTo({})).toEqual({ tag: 'certificate', seen: [] })
})

test('a broken version of TLS is refused and told, even where Node would take it', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
  const least = tls.DEFAULT_MIN_VERSION
  tls.DEFAULT_MIN_VERSION = 'TLSv1'
  const old = await connectTo({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' })
  tls.DEFAULT_MIN_VERSION = least
  expect(old).toEqual({ tag: 'certificate', seen: [] })
})
