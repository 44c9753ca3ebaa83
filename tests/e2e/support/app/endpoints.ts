import { createServer, type IncomingHttpHeaders } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { type PracticeOptions, type PracticeServer, startPracticeServer } from '../../../support/practice/practice-server'
import type { App } from './app'
import { changeSettings } from './change-settings'
import { inSettings } from './settings-page'

/** A loopback port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = await startPracticeServer()
  await server.close()
  return server.port
}

/** A connection of anybody's that goes out may have the port for a moment. */
const PORT_BACK_MS = 5_000

/** On a port that was free a while ago. */
export async function startPracticeAt(port: number, options: PracticeOptions = {}): Promise<PracticeServer> {
  for (const start = Date.now(); ; await delay(50)) {
    try {
      return await startPracticeServer({ ...options, port })
    } catch (error) {
      const isTaken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
      if (!isTaken || Date.now() - start > PORT_BACK_MS) throw error
    }
  }
}

export const endpointUrl = (port: number): string => `ws://127.0.0.1:${String(port)}/v1/realtime`

/** Points the app at a server it has no key for yet, and waits until that is settled. Resolves with the moment after. */
export async function choose(app: App, url: string, state = 'failed'): Promise<number> {
  const since = app.trace.now()
  await changeSettings(app, { endpoint: { kind: 'custom', url } })
  await app.trace.until(`a connection that is ${state}`, (mark) => mark.name === 'connection' && mark['state'] === state, { since })
  return app.trace.now()
}

/** Hands the app the key for the server in use, where a person does it. */
export const enterKey = (app: App, key: string): Promise<unknown> => inSettings(app, (page) => page.evaluate((secret) => window.preferences.setSecret(secret), key))

/** How often a connection was tried since then, once enough time has passed for a retry. */
export async function attemptsSince({ trace }: App, since: number): Promise<number> {
  await delay(1_500)
  return trace.marks('connection').filter((mark) => mark.at >= since && mark['state'] === 'connecting').length
}

export interface Listener {
  readonly port: number
  /** The headers of every request, oldest first. */
  readonly seen: readonly IncomingHttpHeaders[]
  readonly close: () => Promise<void>
}

/** A web server that notes who comes and serves nobody. */
export async function startListener(): Promise<Listener> {
  const seen: IncomingHttpHeaders[] = []
  const server = createServer(({ headers }, response) => {
    seen.push(headers)
    response.writeHead(200, { 'access-control-allow-origin': '*' }).end('seen')
  })
  server.on('upgrade', ({ headers }, socket) => {
    seen.push(headers)
    socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => { resolve() })
      server.closeAllConnections()
    })
  return { port: typeof address === 'object' && address !== null ? address.port : 0, seen, close }
}
