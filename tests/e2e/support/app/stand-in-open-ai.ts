import { connect, createServer } from 'node:net'
import type { App } from './app'

/** The only address that the app has for OpenAI. */
const HOST = 'api.openai.com'

export interface StandIn {
  /** Whom else main has tried to reach by TLS: nobody, in a test. */
  readonly others: () => Promise<readonly string[]>
  readonly close: () => Promise<void>
}

/** The practice endpoint answers to its own name alone; behind this it hears that one. All else passes as it is. */
async function renamed(port: number): Promise<{ readonly port: number; readonly close: () => Promise<void> }> {
  const own = createServer((caller) => {
    const endpoint = connect({ host: '127.0.0.1', port })
    caller.once('data', (head: Buffer) => {
      endpoint.write(head.toString('latin1').replace(/^Host: .*$/im, `Host: 127.0.0.1:${String(port)}`), 'latin1')
      caller.pipe(endpoint)
    })
    endpoint.pipe(caller)
    caller.on('error', () => endpoint.destroy())
    endpoint.on('error', () => caller.destroy())
  })
  await new Promise<void>((resolve) => own.listen(0, '127.0.0.1', resolve))
  const address = own.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    close: () => new Promise((resolve) => { own.close(() => { resolve() }) }),
  }
}

/**
 * From now on whatever main sends to OpenAI goes, without TLS, to a practice endpoint on this computer, which checks the key as OpenAI
 * does. Nothing else can stand in: the address is written into the app, and only a proved certificate gets a key.
 */
export async function standInForOpenAi({ electron }: Pick<App, 'electron'>, port: number): Promise<StandIn> {
  const { port: to, close } = await renamed(port)
  await electron.evaluate((_electron, place) => {
    const [tls, net] = [process.getBuiltinModule('node:tls'), process.getBuiltinModule('node:net')]
    const others: string[] = []
    Object.assign(globalThis, { reachedByTls: others })
    // No function in here may have a name: where tsx runs this, it would call a helper that the app does not have.
    Object.assign(tls, {
      connect: (options: { readonly host?: string; readonly servername?: string }) => {
        const wanted = options.host ?? options.servername ?? '?'
        if (wanted !== place.host) others.push(wanted)
        return net.connect({ host: '127.0.0.1', port: wanted === place.host ? place.to : 9 })
      },
    })
  }, { host: HOST, to })
  return { others: () => electron.evaluate(() => [...((globalThis as { reachedByTls?: readonly string[] }).reachedByTls ?? [])]), close }
}
