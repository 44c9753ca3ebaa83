import type { AppError } from '../../shared/errors/errors'
import { MAX_REMINDERS, type Reminder } from '../../shared/reminders'
import { err, ok, type Result } from '../../shared/result'
import { oneAtATime } from '../platform/one-at-a-time'
import type { ReminderRecords, ReminderStore } from './core/ports'

export interface ReminderListParts {
  readonly store: ReminderStore
  readonly clock: () => number
  readonly mint: () => string
  /** Another one may be the next. */
  readonly changed: () => void
  readonly failed: (error: AppError) => void
}

/** Removed ones that can be put back. */
const MOST_REMOVED = 20
const NOT_WRITTEN = 'It could not be written down, so it was not done.'

/** All of them, in memory as on the disk: what is not written is not there. */
export class ReminderList implements ReminderRecords {
  private all: readonly Reminder[] = []
  private removed: readonly Reminder[] = []
  private readonly inTurn = oneAtATime()

  constructor(private readonly parts: ReminderListParts) {}

  list(): readonly Reminder[] {
    return this.all
  }

  async load(): Promise<void> {
    const read = await this.parts.store.reminders()
    if (read.ok) this.take(() => read.value)
    else this.parts.failed(read.error)
  }

  /** One answer may set many: each is counted when the one before is there. */
  add(what: Pick<Reminder, 'text' | 'dueAt' | 'zone'>): Promise<Result<Reminder, string>> {
    return this.inTurn(async () => {
      if (this.all.length >= MAX_REMINDERS) return err('There are too many timers and reminders; cancel some.')
      return this.save({ ...what, id: this.parts.mint(), createdAt: this.parts.clock(), state: 'waiting' })
    })
  }

  async save(reminder: Reminder): Promise<Result<Reminder, string>> {
    const saved = await this.parts.store.saveReminder(reminder)
    if (!saved.ok) return err(NOT_WRITTEN)
    this.take((all) => [...all.filter(({ id }) => id !== reminder.id), reminder])
    return ok(reminder)
  }

  async remove(id: string): Promise<Result<Reminder, string>> {
    const found = this.all.find((each) => each.id === id)
    if (found === undefined) return err('There is no such timer.')
    const gone = await this.parts.store.removeReminder(id)
    if (!gone.ok) return err(NOT_WRITTEN)
    this.removed = [...this.removed, found].slice(-MOST_REMOVED)
    this.take((all) => all.filter((each) => each.id !== id))
    return ok(found)
  }

  async putBack(id: string): Promise<boolean> {
    const found = this.removed.find((each) => each.id === id)
    if (found === undefined || !(await this.save({ ...found, state: 'waiting' })).ok) return false
    this.removed = this.removed.filter((each) => each.id !== id)
    return true
  }

  /** At once, and on the disk when it has time: their time has come, or the clock was set. */
  change(reminders: readonly Reminder[]): void {
    if (reminders.length === 0) return
    const changed = new Map(reminders.map((each) => [each.id, each]))
    this.take((all) => all.map((each) => changed.get(each.id) ?? each))
    for (const each of reminders) void this.parts.store.saveReminder(each).then((saved) => saved.ok || this.parts.failed(saved.error))
  }

  /** They are gone from the disk already. */
  forgetAll(): void {
    this.removed = []
    this.take(() => [])
  }

  private take(next: (all: readonly Reminder[]) => readonly Reminder[]): void {
    this.all = next(this.all).toSorted((a, b) => a.dueAt - b.dueAt)
    this.parts.changed()
  }
}
