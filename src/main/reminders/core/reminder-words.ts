import type { Reminder } from '../../../shared/reminders'
import { clockTime } from '../../tools/core/built-in/local-time'

/** Later than this it was not rung in time. */
const LATE_MS = 60_000

export const isLate = ({ dueAt }: Reminder, now: number): boolean => now - dueAt > LATE_MS

export const timeOf = ({ dueAt, zone }: Reminder, here: string): string => clockTime(dueAt, zone ?? here)

/** What the system's notification says. */
export function notificationWords(reminder: Reminder, here: string, late: boolean): { readonly title: string; readonly body: string } {
  const { text, zone } = reminder
  const time = timeOf(reminder, here)
  const kind = zone === null ? 'Timer' : 'Reminder'
  return { title: text === '' ? kind : text, body: late ? `It was due at ${time}, and Parley could not ring then.` : `${kind}, ${time}` }
}
