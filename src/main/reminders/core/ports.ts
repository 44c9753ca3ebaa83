import type { AppError } from '../../../shared/errors/errors'
import type { Reminder } from '../../../shared/reminders'
import type { Result } from '../../../shared/result'
import type { Words } from '../../../shared/words/words'

type Answer<T> = Promise<Result<T, AppError>>

/** Calls are carried out in the order they are made; one that is answered ok is on the disk. */
export interface ReminderStore {
  reminders(): Answer<readonly Reminder[]>
  /** Inserted, or replaced by id. */
  saveReminder(reminder: Reminder): Answer<null>
  removeReminder(id: string): Answer<null>
}

/** What the system shows beside all windows. */
export interface NotificationPort {
  /** False: the system shows none. `clicked`: the person wants to see more. */
  show(id: string, words: { readonly title: Words; readonly body: Words }, clicked: () => void): boolean
  close(id: string): void
}

/** Timers and reminders. What is answered as done is on the disk. The error: a sentence. */
export interface ReminderRecords {
  /** Waiting and ringing ones, the next first. */
  list(): readonly Reminder[]
  add(what: Pick<Reminder, 'text' | 'dueAt' | 'zone'>): Promise<Result<Reminder, string>>
  remove(id: string): Promise<Result<Reminder, string>>
  /** One that was removed a moment ago. False: nobody remembers it. */
  putBack(id: string): Promise<boolean>
}
