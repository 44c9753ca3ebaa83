import type { ItemId } from '../../../shared/ids'
import type { HostedPhase, HostedServer } from '../../../shared/mcp/hosted'
import { serverWords } from '../../../shared/mcp/servers'
import { err, ok } from '../../../shared/result'
import { firstCharacters } from '../../../shared/text/characters'
import { plainLine } from '../../../shared/text/plain-line'
import type { TalkFact } from '../../talk/extension'
import type { Tool, ToolOutcome, ToolRequest, ToolSource } from '../../tools/core/tool'
import { toolName } from '../core/tool-name'
import { hostedDefinition } from '../core/hosted/hosted-entry'
import { outcomeOf } from '../core/outcome'
import { isObject } from '../core/walk'
import type { HostedBook } from './hosted-book'

type Listed = Extract<TalkFact, { readonly type: 'hostedListed' }>

interface Listing extends Pick<Listed, 'state' | 'tools'> {
  /** What has been listed so far, with its description: what the session is told without is not listed again. Bounded. */
  readonly known: ReadonlyMap<string, string>
}

const MOST_KNOWN = 256
const MAX_EXPLANATION_CHARS = 200
/** Of what is shown; the voice server has the whole. */
const MAX_TEXT_CHARS = 6_000
const CUT_OFF: ToolOutcome = { kind: 'failed', error: 'The answer was cut off before the server had answered. Nobody knows whether it was done.', retry: false }
const BROKE_OFF: ToolOutcome = { kind: 'failed', error: 'The connection to the voice server ended before the server had answered. Nobody knows whether it was done.', retry: false }

/** The tools of servers that the voice server is connected to. Nobody here does what they do: it is allowed, and what came of it is heard. */
export class HostedSource implements ToolSource {
  readonly name = 'Servers of the voice server'
  /** By the id of the server: another one may get its label. */
  private readonly listings = new Map<string, Listing>()
  private readonly waiting = new Map<ItemId, (outcome: ToolOutcome) => void>()
  private readonly listeners = new Set<() => void>()

  /** `isTaken`: the name of a tool that is somebody else's. */
  constructor(
    private readonly book: HostedBook,
    private readonly isTaken: (name: string) => boolean,
    private readonly shownChanged: () => void,
  ) {}

  list(): readonly Tool[] {
    return this.book.usable.flatMap((server) => this.toolsOf(server))
  }

  /** What the session is told: of each server those of its tools that are on, and of one without any nothing. */
  told(): readonly Readonly<Record<string, unknown>>[] {
    return this.book.usable.flatMap((server) => {
      const allowed = this.allowed(server)
      return allowed?.length === 0 ? [] : [hostedDefinition(server, this.book.keyOf(server), allowed)]
    })
  }

  changed(heard: () => void): () => void {
    this.listeners.add(heard)
    return () => void this.listeners.delete(heard)
  }

  /** Other servers are to be told of. */
  evaluate(): void {
    for (const id of this.listings.keys()) if (!this.book.servers.some((server) => server.id === id)) this.listings.delete(id)
    this.tell()
    this.shownChanged()
  }

  /** It has been allowed: what the voice server says of it is waited for. */
  call({ item, signal }: ToolRequest): Promise<ToolOutcome> {
    if (item === undefined) return Promise.resolve(BROKE_OFF)
    signal.addEventListener('abort', () => this.waiting.delete(item), { once: true })
    return new Promise((ended) => this.waiting.set(item, ended))
  }

  phase(server: HostedServer): HostedPhase {
    if (!server.on) return 'off'
    if (!this.book.isConfirmed(server)) return 'unconfirmed'
    if (!this.book.isHere(server)) return 'elsewhere'
    if (!this.book.hasItsKey(server)) return 'no-key'
    return this.listings.get(server.id)?.state ?? 'waiting'
  }

  listed({ id }: HostedServer): Listing['tools'] {
    return this.listings.get(id)?.tools ?? []
  }

  heard(fact: TalkFact): void {
    switch (fact.type) {
      case 'hostedListed':
        return this.hasListed(fact)
      case 'hostedCalled':
        return this.called(fact)
      case 'sessionBegan':
      case 'connectionLost':
      case 'connectionFailed':
      case 'sessionEnded':
        return this.sessionGone()
      default:
        return
    }
  }

  private tell(): void {
    for (const each of this.listeners) each()
  }

  /** Where no tools are named, there is more to switch off now, or what is off already is listed: the session is told without it. */
  private hasListed({ label, state, tools }: Listed): void {
    const server = this.book.usable.find((each) => each.label === label) // of others, this voice server was told nothing
    if (server === undefined) return
    const before = this.listings.get(server.id)?.known ?? new Map<string, string>()
    const known = new Map([...before, ...tools.filter(({ name }) => name !== '').map(({ name, description }) => [name, description] as const)].slice(0, MOST_KNOWN))
    this.listings.set(server.id, { state, tools, known })
    if (server.tools.length === 0 && known.size > before.size) this.tell()
    this.shownChanged()
  }

  private called({ label, request, ended }: Extract<TalkFact, { readonly type: 'hostedCalled' }>): void {
    const done = request === null ? undefined : this.waiting.get(request)
    if (done === undefined || request === null || ended === null) return
    this.waiting.delete(request)
    const text = firstCharacters(ended.text, MAX_TEXT_CHARS)
    done(!ended.ok && text === '' ? CUT_OFF : outcomeOf({ kind: 'done', text, isError: !ended.ok, images: [] }, label))
  }

  /** What was listed stays: a session that takes over has listed the same before anybody hears of it. */
  private sessionGone(): void {
    for (const ended of this.waiting.values()) ended(BROKE_OFF)
    this.waiting.clear()
  }

  /** Null: all it has. */
  private allowed(server: HostedServer): readonly string[] | null {
    const tools = this.toolsOf(server)
    const on = tools.filter(({ definition }) => !this.book.isOff(definition.name)).flatMap(({ hosted }) => hosted?.name ?? [])
    return server.tools.length === 0 && on.length === tools.length ? null : on
  }

  private toolsOf({ id, label, tools: named }: HostedServer): readonly Tool[] {
    const names = new Set<string>()
    const known = this.listings.get(id)?.known
    return (named.length > 0 ? named : [...(known?.keys() ?? [])]).map((tool) => {
      const name = toolName(label, tool, (each) => names.has(each) || this.isTaken(each))
      names.add(name)
      return this.toolOf(label, tool, known?.get(tool) ?? '', name)
    })
  }

  private toolOf(label: string, tool: string, description: string, name: string): Tool {
    return {
      definition: { type: 'function', name, description: '', parameters: { type: 'object' } },
      hosted: { label, name: tool },
      level: 3,
      title: plainLine(tool),
      by: `${label}, by ${this.book.voice}`,
      explanation: firstCharacters(plainLine(description), MAX_EXPLANATION_CHARS),
      effect: 'write',
      isOwn: false,
      untrusted: serverWords(label),
      check: (given) => (isObject(given) ? ok(given) : err('The arguments must be an object.')),
    }
  }
}
