import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { wsTransport } from '../../../src/main/providers/adapters/ws-transport'
import { withModel } from '../../../src/main/providers/dialled-address'

/** What the server reads in the request line. */
async function asked(query: string): Promise<string | undefined> {
  const server = createServer()
  let path: string | undefined
  server.on('upgrade', ({ url }, socket) => {
    path = url
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `ws://127.0.0.1:${String((server.address() as AddressInfo).port)}/v1/realtime${query}`
  const nothing = () => undefined
  await new Promise((closed) => { wsTransport.connect({ url: withModel(address, 'm'), headers: {} }, { opened: nothing, message: nothing, alive: nothing, closed }) })
  await new Promise((resolve) => server.close(resolve))
  return path
}

test.each([`?sig='a"b<c>'&x=a+b%2f`, '?q={a}|^`\\', '?q=a%20b', ''])('a server is asked for %j byte for byte', async (query) => {
  expect(await asked(query)).toBe(`/v1/realtime${query === '' ? '?' : `${query}&`}model=m`)
})

test('what would end the request line is never written into it', async () => {
  expect(await asked('?q=a b\r\nx: y')).toBe('/v1/realtime?q=a%20b%0D%0Ax:%20y&model=m')
})
