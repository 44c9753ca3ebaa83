/** One item on its way to the loudspeaker. Counts are samples. */
export interface PlayingItem {
  readonly name: string
  /** Waiting in the slots. */
  waiting: number
  heard: number
  underruns: number
  /** The queue ran dry after this item's last sample so far; an underrun only if more of it comes. */
  ranDry: boolean
  ended: boolean
}

/** A ring of chunk references, allocated once. Chunks are played in the order they came. */
export class PlaybackSlots {
  private readonly chunks: (Int16Array | null)[]
  private readonly items: (PlayingItem | null)[]
  private first = 0
  private used = 0

  constructor(private readonly capacity: number) {
    this.chunks = new Array<Int16Array | null>(capacity).fill(null)
    this.items = new Array<PlayingItem | null>(capacity).fill(null)
  }

  get chunk(): Int16Array | null {
    return this.chunks[this.first] ?? null
  }

  get item(): PlayingItem | null {
    return this.items[this.first] ?? null
  }

  /** False when every slot is taken. */
  add(item: PlayingItem, chunk: Int16Array): boolean {
    if (this.used === this.capacity) return false
    const free = (this.first + this.used) % this.capacity
    this.chunks[free] = chunk
    this.items[free] = item
    this.used += 1
    return true
  }

  /** Lets go of the first chunk. */
  next(): void {
    if (this.used === 0) return
    this.empty(this.first)
    this.first = (this.first + 1) % this.capacity
    this.used -= 1
  }

  /** Lets go of one item's chunks; the others keep their order. */
  remove(item: PlayingItem): void {
    const { used } = this
    let kept = 0
    for (let at = 0; at < used; at += 1) {
      const from = (this.first + at) % this.capacity
      if (this.items[from] === item) continue
      this.move(from, (this.first + kept) % this.capacity)
      kept += 1
    }
    for (let at = kept; at < used; at += 1) this.empty((this.first + at) % this.capacity)
    this.used = kept
  }

  clear(): void {
    while (this.used > 0) this.next()
  }

  private move(from: number, to: number): void {
    this.chunks[to] = this.chunks[from] ?? null
    this.items[to] = this.items[from] ?? null
  }

  private empty(at: number): void {
    this.chunks[at] = null
    this.items[at] = null
  }
}
