import { once } from 'node:events'
import { createServer } from 'node:net'

/**
 * A port of this computer that is ours and serves nobody: a proxy that leads nowhere. A port where nothing listens would do only until
 * somebody listens there. Resolves with its number. It ends with the process, and does not keep the process alive.
 */
export async function openDeadEnd(): Promise<number> {
  const server = createServer((socket) => socket.destroy())
  server.on('error', () => undefined) // a client that went in mid-handshake
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.unref()
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the dead end has no port')
  return address.port
}
