import { createSocket } from 'node:dgram'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { App } from './app'

/** Listeners on loopback for whatever a page could send: each thing that arrives is one line. */
export interface Leaks {
  readonly tcp: number
  readonly udp: number
  readonly heard: string[]
  readonly close: () => Promise<void>
}

export async function listenOnLoopback(): Promise<Leaks> {
  const heard: string[] = []
  const tcp = await listenTcp((first) => heard.push(`tcp ${first}`))
  const multicast = await listenMdns((name) => heard.push(`mdns ${name}`))
  const udp = createSocket('udp4', (message) => heard.push(`udp ${String(message.length)} bytes`))
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve))
  return { tcp: tcp.port, udp: udp.address().port, heard, close: async () => { await Promise.all([tcp.close(), multicast(), new Promise<void>((resolve) => udp.close(resolve))]) } }
}

/** Names that are asked of the whole local network. What others there ask is not ours: only what a spy says, or what stands for it. */
async function listenMdns(hear: (name: string) => void): Promise<() => Promise<void>> {
  const socket = createSocket({ type: 'udp4', reuseAddr: true }, (message) => {
    const asked = /NOTFOUND|said-in-the-room/.exec(message.toString('latin1'))
    if (asked !== null) hear(asked[0])
  })
  await new Promise<void>((resolve) => socket.bind(5353, '0.0.0.0', resolve))
  socket.addMembership('224.0.0.251')
  return () => new Promise<void>((resolve) => socket.close(resolve))
}

/** A connection is told by the first line that comes over it; one that says nothing is one, too. */
async function listenTcp(hear: (first: string) => void) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.once('data', (bytes) => hear(bytes.toString('latin1').split('\r\n')[0] ?? ''))
    socket.once('data', () => socket.end('HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\ncontent-length: 0\r\nconnection: close\r\n\r\n'))
    socket.on('close', () => socket.bytesRead === 0 && hear('a connection'))
    socket.setTimeout(1_000, () => socket.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}

/**
 * Chromium's own account of its network. Resolves with the way to end it, which tells the names under `suffix` that were asked of any
 * name server: that takes no server of ours, for which one would have to be root.
 */
export async function followNames({ electron }: Pick<App, 'electron'>, file: string, suffix: string): Promise<() => Promise<readonly string[]>> {
  await electron.evaluate(({ session }, path) => session.defaultSession.netLog.startLogging(path, { captureMode: 'everything' }), file)
  return async () => {
    await electron.evaluate(({ session }) => session.defaultSession.netLog.stopLogging())
    const { constants, events } = JSON.parse(await readFile(file, 'utf8')) as NetLog
    const lookUps = new Set(Object.entries(constants.logEventTypes).flatMap(([name, type]) => (/^(DNS_|HOST_RESOLVER_MANAGER_JOB|HOST_RESOLVER_SYSTEM)/.test(name) ? [type] : [])))
    const names = events.filter(({ type }) => lookUps.has(type)).flatMap(({ params }) => JSON.stringify(params ?? {}).match(/[a-z0-9.-]+/g) ?? [])
    return [...new Set(names.filter((name) => name.endsWith(suffix)))]
  }
}

interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: unknown }[]
}
