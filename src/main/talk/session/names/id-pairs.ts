/** Names of one kind, both ways: the server's, which mean something in one session, and ours. */
export class IdPairs<Id extends string> {
  private readonly own = new Map<Id, Id>()
  private readonly wires = new Map<Id, Id>()
  private readonly ended = new Set<Id>()
  private readonly over = new Set<Id>()

  constructor(
    private readonly mintOwn: () => Id,
    /** A name for the server, where we are first. */
    private readonly mintWire: (count: number) => Id,
  ) {}

  /** What the server means. */
  ownOf(wire: Id): Id {
    return this.own.get(wire) ?? this.bind(wire, this.mintOwn())
  }

  /** It begins; a name that is over means something new. */
  begin(wire: Id): Id {
    return this.over.delete(wire) ? this.bind(wire, this.mintOwn()) : this.ownOf(wire)
  }

  hasEnded(wire: Id): boolean {
    return this.ended.has(wire) || this.over.has(wire)
  }

  end(wire: Id): Id {
    this.ended.add(wire)
    return this.ownOf(wire)
  }

  /** Something new is asked: what has ended is over. An announcement that merely comes twice is told from a new one by that. */
  askedAnew(): void {
    for (const wire of this.ended) this.over.add(wire)
    this.ended.clear()
  }

  /** What the server calls it; null: it has never heard of it. */
  knownWire(own: Id): Id | null {
    return this.wires.get(own) ?? null
  }

  wireOf(own: Id): Id {
    const known = this.wires.get(own)
    if (known !== undefined) return known
    let count = this.own.size + 1
    while (this.own.has(this.mintWire(count))) count += 1
    const wire = this.mintWire(count)
    this.bind(wire, own)
    return wire
  }

  private bind(wire: Id, own: Id): Id {
    this.own.set(wire, own)
    this.wires.set(own, wire)
    return own
  }
}
