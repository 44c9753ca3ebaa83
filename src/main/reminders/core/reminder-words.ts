import type { Reminder } from '../../../shared/reminders'
import { clockTime } from '../../tools/core/built-in/local-time'
import { say } from '../../../shared/words/say'
import { asWritten, type Words } from '../../../shared/words/words'

/** Later than this it was not rung in time. */
const LATE_MS = 60_000

export const isLate = ({ dueAt }: Reminder, now: number): boolean => now - dueAt > LATE_MS

export const timeOf = ({ dueAt, zone }: Reminder, here: string): string => clockTime(dueAt, zone ?? here)

/** What the system's notification says. */
export function notificationWords(reminder: Reminder, here: string, late: boolean): { readonly title: Words; readonly body: Words } {
  const { text, zone } = reminder
  const time = timeOf(reminder, here)
  const kind = say(zone === null ? 'reminders.timer' : 'reminders.reminder')
  return { title: text === '' ? kind : asWritten(text), body: late ? say('reminders.late', { time }) : say('reminders.due', { kind, time }) }
}
