import type { AppError } from '../../shared/errors/errors'
import { looksSecret } from '../../shared/looks-secret'
import { MAX_FACT_CHARS, MAX_FACTS, type RememberedFact } from '../../shared/memory'
import { err, ok, type Result } from '../../shared/result'
import { oneAtATime } from '../platform/one-at-a-time'
import type { WallClock } from '../platform/ports'
import type { FactRecords, FactStore } from './core/ports'
import { say } from '../../shared/words/say'

export interface MemoryWorld {
  readonly store: FactStore
  readonly clock: WallClock
  readonly mint: () => string
  readonly isOn: () => boolean
  /** Others are known than before. */
  readonly changed: () => void
  readonly failed: (error: AppError) => void
}

const MOST_REMOVED = 20

/** All facts, in memory as on the disk, the newest first. */
export class Memory implements FactRecords {
  private all: readonly RememberedFact[] = []
  private removed: readonly RememberedFact[] = []
  private readonly inTurn = oneAtATime()

  constructor(private readonly world: MemoryWorld) {}

  isOn(): boolean {
    return this.world.isOn()
  }

  list(): readonly RememberedFact[] {
    return this.all
  }

  async load(): Promise<void> {
    const read = await this.world.store.facts()
    if (read.ok) this.take(() => read.value)
    else this.world.failed(read.error)
  }

  /** Two calls of one answer may say the same: the second looks when the first is there. */
  add(what: Pick<RememberedFact, 'text' | 'kind' | 'by'>): Promise<Result<{ readonly fact: RememberedFact; readonly isNew: boolean }, string>> {
    return this.inTurn(() => this.added(what))
  }

  /** In the person's own words from now on. One that was forgotten while they wrote is remembered again. */
  async edit(id: string, text: string): Promise<Result<RememberedFact, string>> {
    const found = this.all.find((each) => each.id === id) ?? this.removed.find((each) => each.id === id)
    if (found === undefined) return err(say('memory.gone'))
    const saved = await this.save({ ...found, text, by: 'person' })
    if (saved.ok) this.removed = this.removed.filter((each) => each.id !== id)
    return saved
  }

  async remove(id: string): Promise<Result<RememberedFact, string>> {
    const found = this.all.find((each) => each.id === id)
    if (found === undefined) return err(say('memory.gone'))
    if (!(await this.world.store.removeFacts([id])).ok) return err(say('memory.not-written'))
    this.removed = [...this.removed, found].slice(-MOST_REMOVED)
    this.take((all) => all.filter((each) => each.id !== id))
    return ok(found)
  }

  async putBack(id: string): Promise<boolean> {
    const found = this.removed.find((each) => each.id === id)
    if (found === undefined || !(await this.save(found)).ok) return false
    this.removed = this.removed.filter((each) => each.id !== id)
    return true
  }

  /** How many were there. */
  async removeAll(): Promise<Result<number, AppError>> {
    const ids = this.all.map(({ id }) => id)
    const gone = await this.world.store.removeFacts(ids)
    if (gone.ok) this.forgetAll()
    return gone.ok ? ok(ids.length) : gone
  }

  /** They are gone from the disk already. */
  forgetAll(): void {
    this.removed = []
    this.take(() => [])
  }

  private async added({ text, kind, by }: Pick<RememberedFact, 'text' | 'kind' | 'by'>): Promise<Result<{ readonly fact: RememberedFact; readonly isNew: boolean }, string>> {
    const known = this.all.find((each) => each.text.toLowerCase() === text.toLowerCase())
    if (known !== undefined) return ok({ fact: known, isNew: false })
    if (this.all.length >= MAX_FACTS) return err(say('memory.full'))
    const saved = await this.save({ id: this.world.mint(), text, kind, by, at: this.world.clock() })
    return saved.ok ? ok({ fact: saved.value, isNew: true }) : saved
  }

  private async save(fact: RememberedFact): Promise<Result<RememberedFact, string>> {
    if (fact.text === '' || fact.text.length > MAX_FACT_CHARS) return err(say('memory.too-long', { most: MAX_FACT_CHARS }))
    if (looksSecret(fact.text)) return err(say('memory.secret'))
    if (!(await this.world.store.saveFact(fact)).ok) return err(say('memory.not-written'))
    this.take((all) => [...all.filter(({ id }) => id !== fact.id), fact])
    return ok(fact)
  }

  private take(next: (all: readonly RememberedFact[]) => readonly RememberedFact[]): void {
    this.all = next(this.all).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
    this.world.changed()
  }
}
