import type { FactRecords } from '../../src/main/memory/core/ports'
import type { ReminderRecords } from '../../src/main/reminders/core/ports'
import type { RememberedFact } from '../../src/shared/memory'
import type { Reminder } from '../../src/shared/reminders'
import { err, ok, type Result } from '../../src/shared/result'

/** What is kept in memory, and what was removed. `refuses`: the sentence with which everything is. */
class FakeBook<Row extends { readonly id: string }> {
  refuses: string | null = null
  rows: readonly Row[] = []
  private removed: readonly Row[] = []

  list(): readonly Row[] {
    return this.rows
  }

  async remove(id: string): Promise<Result<Row, string>> {
    const found = this.rows.find((each) => each.id === id)
    if (this.refuses !== null || found === undefined) return err(this.refuses ?? 'There is none.')
    this.rows = this.rows.filter((each) => each.id !== id)
    this.removed = [...this.removed, found]
    return ok(found)
  }

  async putBack(id: string): Promise<boolean> {
    const found = this.removed.find((each) => each.id === id)
    if (found !== undefined) this.rows = [...this.rows, found]
    return found !== undefined
  }

  protected keep(row: Row): Result<Row, string> {
    if (this.refuses !== null) return err(this.refuses)
    this.rows = [...this.rows, row]
    return ok(row)
  }
}

export class FakeReminderBook extends FakeBook<Reminder> implements ReminderRecords {
  async add(what: Pick<Reminder, 'text' | 'dueAt' | 'zone'>) {
    return this.keep({ ...what, id: `reminder-00000${String(this.rows.length)}`, createdAt: 0, state: 'waiting' })
  }
}

export class FakeFactBook extends FakeBook<RememberedFact> implements FactRecords {
  on = true

  isOn(): boolean {
    return this.on
  }

  async add(what: Pick<RememberedFact, 'text' | 'kind' | 'by'>) {
    const known = this.rows.find(({ text }) => text === what.text)
    if (known !== undefined) return ok({ fact: known, isNew: false })
    const kept = this.keep({ ...what, id: `fact-${String(this.rows.length)}`, at: 0 })
    return kept.ok ? ok({ fact: kept.value, isNew: true }) : kept
  }
}
