import { type ItemId, itemId, type ResponseId } from '../../../../shared/ids'
import type { ServerItem } from '../../core/realtime/server-event'
import { ExpectedItems } from './expected-items'
import { type NamedItem, roleOf } from './named-item'

/** What we await of a spoken question: that the server announces it as an item, perhaps under another name. */
const SPEECH = { type: 'message', role: 'user', status: null, text: '', speech: true, callId: null, name: null, arguments: null, output: null } as const

const isAnswer = ({ ours, role }: NamedItem): boolean => !ours && role !== 'user'

const isQuestion = ({ ours, role, over }: NamedItem): boolean => !ours && role !== 'assistant' && !over

/** The items of one session: what the server calls them, and which of ours they are. Ids called `wire` are the server's. */
export class ItemNames {
  private readonly newest = new Map<ItemId, NamedItem>()
  /** A server may begin to count anew with each answer. */
  private readonly inResponses = new Map<string, NamedItem>()
  private readonly wires = new Map<ItemId, ItemId>()
  private readonly counts = new Map<string, number>()
  private readonly expected = new ExpectedItems()
  private open: NamedItem[] = []
  /** Speech that was announced before it was called committed, which may come under another name. */
  private uncommitted: NamedItem | null = null
  /** Before the first answer of a session, whatever the assistant has said was told by us. */
  private isAnswered = false

  constructor(
    private readonly mint: () => string,
    private readonly named: (item: ItemId, wire: ItemId) => void,
  ) {}

  wireOf(item: ItemId): ItemId | null {
    return this.wires.get(item) ?? null
  }

  /** We create it, under a new short name: one that was used before may not work again. */
  create(item: ItemId, content: ServerItem, prefix: string): ItemId {
    const wire = this.freeName(prefix)
    const named = this.bind(wire, { item, ours: true, role: roleOf(content), response: null, added: false, ended: false, over: false })
    this.expected.add(named, content)
    return wire
  }

  /** `conversation.item.added` and `.done`. `begins`: it is still empty. */
  announced(item: ServerItem, begins: boolean): ItemId {
    const known = this.newest.get(item.id)
    const named = known !== undefined && !isAnother(known, item, begins) ? known : (this.echoed(item) ?? this.beginWhole(item))
    this.expected.met(named)
    named.role ??= roleOf(item)
    named.added = true
    return named.item
  }

  /** Of an event inside a response; `response`: our id of it, null where the server leaves it out. */
  inResponse(response: ResponseId | null, wire: ItemId): ItemId {
    this.isAnswered = true
    const place = `${response ?? ''} ${wire}`
    const placed = response === null ? undefined : this.inResponses.get(place)
    if (placed !== undefined) return placed.item
    const known = this.newest.get(wire)
    const fits = known !== undefined && isAnswer(known) && (response === null || (known.response === null && !known.over))
    const named = fits ? known : this.begin(wire, 'assistant')
    if (response === null) return named.item
    named.response = response
    this.inResponses.set(place, named)
    return named.item
  }

  committed(wire: ItemId): ItemId {
    const known = this.newest.get(wire)
    const named = known !== undefined && isQuestion(known) ? known : this.newQuestion(wire, known === undefined)
    named.role = 'user'
    if (!named.added) this.expected.add(named, { ...SPEECH, id: wire })
    this.uncommitted = null
    return named.item
  }

  mentioned(wire: ItemId): ItemId {
    return (this.newest.get(wire) ?? this.begin(wire, null)).item
  }

  /** Null: nobody has heard of it. */
  known(wire: ItemId): ItemId | null {
    return this.newest.get(wire)?.item ?? null
  }

  /** Null: the server does not say which. `again`: it said so before. Answers what of the answer ends with it. */
  responseEnded(response: ResponseId | null, again = false): readonly ItemId[] {
    const ending = this.open.filter((named) => !named.ended && (response === null || named.response === response || (named.response === null && !again)))
    for (const named of ending) named.ended = true
    this.uncommitted = null
    this.expected.forgetSpoken()
    return ending.flatMap((named) => (named.role === 'assistant' ? [named.item] : []))
  }

  /** Something new is said or asked: what has ended is over, and its name may come again for something else. */
  askedAnew(): void {
    for (const named of this.open) named.over = named.ended
    this.open = this.open.filter(({ over }) => !over)
  }

  private echoed(item: ServerItem): NamedItem | null {
    const meant = this.expected.take(item, this.isAnswered)
    return meant === null ? null : this.bind(item.id, meant)
  }

  private beginWhole(item: ServerItem): NamedItem {
    const named = this.begin(item.id, roleOf(item))
    if (named.role === 'user' && item.speech !== false) this.uncommitted = named
    return named
  }

  private newQuestion(wire: ItemId, unheardOf: boolean): NamedItem {
    return unheardOf && this.uncommitted !== null ? this.bind(wire, this.uncommitted) : this.begin(wire, 'user')
  }

  private begin(wire: ItemId, role: NamedItem['role']): NamedItem {
    const named = this.bind(wire, { item: itemId(this.mint()), ours: false, role, response: null, added: false, ended: false, over: false })
    this.open.push(named)
    return named
  }

  private bind(wire: ItemId, named: NamedItem): NamedItem {
    this.newest.set(wire, named)
    this.wires.set(named.item, wire)
    this.named(named.item, wire)
    return named
  }

  private freeName(prefix: string): ItemId {
    const count = (this.counts.get(prefix) ?? 0) + 1
    this.counts.set(prefix, count)
    const wire = itemId(`${prefix}_${String(count)}`)
    return this.newest.has(wire) ? this.freeName(prefix) : wire
  }
}

/** A name that stands for something else now. */
function isAnother(known: NamedItem, item: ServerItem, begins: boolean): boolean {
  const role = roleOf(item)
  if (role !== null && known.role !== null && role !== known.role) return true
  return role === 'assistant' && begins && (known.over || (known.ours && known.added))
}
