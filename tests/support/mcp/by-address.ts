import { spawn } from 'node:child_process'
import { createServer as createHttpServer } from 'node:http'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { everythingHttpEntry, filesystem } from './reaches'
import { bodyOf, listening } from './over-http'

export interface ServerByAddress {
  readonly url: string
  stop(): void
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens))
  const address = server.address()
  await new Promise((closed) => server.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The reference server as a real process that is reached by its address. */
export async function everythingByAddress(): Promise<ServerByAddress> {
  const port = await freePort()
  const child = spawn(process.execPath, [everythingHttpEntry, 'streamableHttp'], { env: { ...process.env, PORT: String(port) }, stdio: 'ignore' })
  return { url: `http://127.0.0.1:${String(port)}/mcp`, stop: () => void child.kill() }
}

/** The file server speaks over its input and output alone: what is posted goes in, and the answer with the same number comes back. */
export async function filesystemByAddress(folder: string): Promise<ServerByAddress> {
  const reach = filesystem(folder)
  if (reach.kind !== 'stdio') throw new Error('it is started here')
  const child = spawn(reach.command, [...reach.args], { stdio: ['pipe', 'pipe', 'ignore'] })
  const waiting = new Map<unknown, (line: string) => void>()
  createInterface(child.stdout).on('line', (line) => waiting.get((JSON.parse(line) as { readonly id?: unknown }).id)?.(line))
  const server = createHttpServer((request, response) => {
    if (request.method !== 'POST') return void response.writeHead(405).end()
    void bodyOf(request).then(async (body) => {
      const { id } = JSON.parse(body) as { readonly id?: unknown }
      const answer = id === undefined ? null : new Promise<string>((answered) => waiting.set(id, answered))
      child.stdin.write(`${body}\n`)
      if (answer === null) response.writeHead(202).end()
      else response.writeHead(200, { 'content-type': 'application/json' }).end(await answer)
    })
  })
  const origin = await listening(server)
  return {
    url: `${origin}/mcp`,
    stop: () => {
      child.kill()
      server.closeAllConnections()
      server.close()
    },
  }
}
