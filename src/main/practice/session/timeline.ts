interface Entry {
  readonly dueMs: number
  readonly order: number
  readonly run: () => void
}

/** Waits without a clock: whoever owns a clock asks `nextDueMs` and calls `runUntil`. Same due time = order of entry. */
export class Timeline {
  #entries: Entry[] = []
  #order = 0
  #nowMs = 0

  /** Milliseconds; while an entry runs this is its own due time, so a late caller does not stretch the pacing. */
  get nowMs(): number {
    return this.#nowMs
  }

  get nextDueMs(): number | null {
    return this.#entries[0]?.dueMs ?? null
  }

  /** Returns the way to forget the entry again. */
  after(waitMs: number, run: () => void): () => void {
    const entry: Entry = { dueMs: this.#nowMs + Math.max(0, waitMs), order: this.#order++, run }
    this.#entries.push(entry)
    this.#entries.sort((a, b) => a.dueMs - b.dueMs || a.order - b.order)
    return () => {
      this.#entries = this.#entries.filter((other) => other !== entry)
    }
  }

  runUntil(nowMs: number): void {
    for (let entry = this.#entries[0]; entry !== undefined && entry.dueMs <= nowMs; entry = this.#entries[0]) {
      this.#entries.shift()
      this.#nowMs = Math.max(this.#nowMs, entry.dueMs)
      entry.run()
    }
    this.#nowMs = Math.max(this.#nowMs, nowMs)
  }
}
