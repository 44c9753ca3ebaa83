import type { Reminder } from '../../../../../shared/reminders'
import { storableTime } from '../../../core/storable'
import type { Session } from '../session'

interface ReminderColumns {
  readonly id: string
  readonly text: string
  readonly due_at: number
  /** Empty: a timer, which is no time of day. */
  readonly zone: string
  readonly created_at: number
  readonly state: Reminder['state']
}

const reminderOf = ({ id, text, due_at, zone, created_at, state }: ReminderColumns): Reminder => ({ id, text, dueAt: due_at, zone: zone === '' ? null : zone, createdAt: created_at, state })

export const reminders = ({ db }: Session): readonly Reminder[] => db.all<ReminderColumns>('SELECT id, text, due_at, zone, created_at, state FROM reminders ORDER BY due_at, id').map(reminderOf)

export function saveReminder({ db }: Session, { id, text, dueAt, zone, createdAt, state }: Reminder): null {
  db.run('INSERT OR REPLACE INTO reminders (id, text, due_at, zone, created_at, state) VALUES (?, ?, ?, ?, ?, ?)', id, text, storableTime(dueAt), zone ?? '', storableTime(createdAt), state)
  return null
}

export function removeReminder({ db }: Session, id: string): null {
  db.run('DELETE FROM reminders WHERE id = ?', id)
  return null
}
