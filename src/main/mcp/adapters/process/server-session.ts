import { setTimeout as passed } from 'node:timers/promises'
import { type Client, StreamableHTTPClientTransport, type Transport } from '@modelcontextprotocol/client'
import type { Era } from '../../../../shared/mcp/servers'
import type { JsonObject } from '../../../tools/core/tool'
import type { FromProcess, ResolvedReach } from '../../core/messages'
import type { Credentials } from '../../core/sign-in/credentials'
import { isMissing, reasonOf, Refused } from './failures'
import { OpenCall } from './open-call'
import { openTransport } from './open-transport'
import type { PidBook } from './pid-book'
import type { Questions } from './questions'
import { SessionCalls } from './session-calls'
import type { Challenge } from './sign-in/authority'
import { readTools } from './tool-pages'
import { unchecked } from './unchecked-client'
import { say } from '../../../../shared/words/say'

/** What is fetched at its first start may take its time. */
const CONNECT_MS = 120_000
const GOODBYE_MS = 1_000
/** However often a server says that its list is another one. */
const BETWEEN_LISTS_MS = 1_000
const TOOLS_IN_A_PART = 50

/** What is said of this connection; server and round are added outside. */
export type OfSession = FromProcess extends infer Each ? (Each extends { readonly round: number } ? Omit<Each, 'server' | 'round'> : Each) : never

export interface SessionWorld {
  readonly entryHash: string
  readonly reach: ResolvedReach
  /** As it was spoken to before. */
  readonly era: Era | null
  readonly credentials: Credentials | null
  /** What the server says of its sign-in, for when the person wants one. */
  readonly challenged: (challenge: Challenge) => void
  readonly version: string
  readonly post: (message: OfSession) => void
  readonly book: PidBook
  readonly questions: Questions
}

/** One connection to one server, from its start to its end. */
export class ServerSession {
  private client: Client | null = null
  private transport: Transport | null = null
  private readonly calls = new SessionCalls()
  private readonly ending = new AbortController()
  private listing: Promise<void> | null = null
  private isListStale = false
  private hasRefused = false

  constructor(private readonly world: SessionWorld) {}

  async connect(): Promise<void> {
    try {
      await this.attempt()
    } catch (cause) {
      await this.transport?.close()
      if (!this.ending.signal.aborted) this.world.post({ type: 'gone', reason: reasonOf(cause), retry: !(cause instanceof Refused) })
      this.ending.abort()
      return
    }
    this.world.post({ type: 'ready', era: this.client?.getProtocolEra() ?? 'legacy' })
    this.list()
  }

  /** Again, if it is being listed already. */
  list(): void {
    this.isListStale = true
    this.listing ??= this.listUntilFresh()
  }

  async call(id: string, tool: string, args: JsonObject): Promise<void> {
    const { client, world } = this
    if (client === null || this.ending.signal.aborted) return world.post({ type: 'result', call: id, result: { kind: 'failed', reason: 'no-connection', words: '' } })
    const call = new OpenCall(client, (words) => world.post({ type: 'progress', call: id, words }))
    world.post({ type: 'result', call: id, result: await this.calls.run(id, call, tool, args) })
  }

  cancel(call: string): void {
    this.calls.cancel(call)
  }

  async close(): Promise<void> {
    this.ending.abort()
    const { transport } = this
    if (transport instanceof StreamableHTTPClientTransport && transport.sessionId !== undefined) {
      await Promise.race([transport.terminateSession().catch(() => undefined), passed(GOODBYE_MS)])
    }
    await transport?.close()
  }

  /** Some servers end when they are asked in the new way; they are started once more and asked in the old one. */
  private async attempt(): Promise<void> {
    const { era, reach } = this.world
    try {
      await this.connectOnce(era === 'legacy')
    } catch (cause) {
      if (cause instanceof Refused || era !== null || reach.kind === 'http' || this.ending.signal.aborted || isMissing(cause)) throw cause
      await this.transport?.close()
      await this.connectOnce(true)
    }
  }

  private async connectOnce(isLegacy: boolean): Promise<void> {
    const client = this.newClient()
    const transport = await this.openTransport()
    if (this.ending.signal.aborted) throw new Refused('It was closed.')
    this.client = client
    this.transport = transport
    await client.connect(transport, { timeout: CONNECT_MS, signal: this.ending.signal, ...(isLegacy ? { prior: { kind: 'legacy' } as const } : {}) })
    if (this.ending.signal.aborted) throw new Refused('It was closed.')
    client.onclose = () => this.lost(client)
  }

  private lost(client: Client): void {
    if (this.client !== client || this.ending.signal.aborted) return
    this.ending.abort()
    this.world.post({ type: 'gone', reason: say('setup.ended'), retry: true })
  }

  private newClient(): Client {
    const client = unchecked(this.world.version, () => this.list())
    client.setRequestHandler('elicitation/create', async ({ params }, { mcpReq }) => {
      const answer = await this.calls.whileAsked((over) =>
        this.world.questions.ask(params, AbortSignal.any([mcpReq.signal, this.ending.signal, over]), {
          ask: (question, message, asks) => this.world.post({ type: 'question', question, message, asks }),
          withdraw: (question) => this.world.post({ type: 'withdrawn', question }),
          refused: () => this.tellRefused(),
        }),
      )
      return answer ?? { action: 'decline' }
    })
    return client
  }

  /** In the log once: a server that asks for ever does not fill it. */
  private tellRefused(): void {
    this.calls.declined()
    if (this.hasRefused) return
    this.hasRefused = true
    this.world.post({ type: 'not-asked' })
  }

  private openTransport(): Promise<Transport> {
    const { post, credentials } = this.world
    const renewed = (credentials: Credentials) => post({ type: 'credentials', credentials })
    const signIn = { credentials, signal: this.ending.signal, renewed, wanted: (challenge: Challenge) => this.shutOut(challenge) }
    return openTransport({ ...this.world, signIn, started: (pid) => post({ type: 'started', pid }), log: (lines) => post({ type: 'log', lines: [...lines] }) })
  }

  /** It wants a sign-in; until there is one, nothing more can come of this connection. */
  private shutOut(challenge: Challenge): void {
    if (this.ending.signal.aborted) return
    this.ending.abort()
    this.world.challenged(challenge)
    this.world.post({ type: 'sign-in-wanted' })
    void this.transport?.close()
  }

  private async listUntilFresh(): Promise<void> {
    while (this.isListStale && !this.ending.signal.aborted) {
      this.isListStale = false
      await this.listOnce()
      await passed(BETWEEN_LISTS_MS)
    }
    this.listing = null
  }

  private async listOnce(): Promise<void> {
    const { client, world } = this
    if (client === null) return
    try {
      const { tools, leftOut } = await readTools(client, world.entryHash, this.ending.signal)
      const parts = Math.max(1, Math.ceil(tools.length / TOOLS_IN_A_PART))
      for (let part = 0; part < parts; part += 1) {
        const some = tools.slice(part * TOOLS_IN_A_PART, (part + 1) * TOOLS_IN_A_PART)
        world.post({ type: 'tools', first: part === 0, last: part === parts - 1, tools: some, leftOut })
      }
    } catch (cause) {
      if (!this.ending.signal.aborted) world.post({ type: 'tools', first: true, last: true, tools: [], leftOut: say('setup.tools-unlisted', { why: reasonOf(cause) }) })
    }
  }
}
