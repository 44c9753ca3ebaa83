import type { RingingReminder } from '../../../shared/reminders'

const NAMES: Readonly<Record<RingingReminder['kind'], string>> = { timer: 'Timer', reminder: 'Reminder' }

/** What for; a bare timer has only its kind. */
export const reminderTitle = ({ text, kind }: RingingReminder): string => (text === '' ? NAMES[kind] : text)

export function reminderTime({ kind, time, late }: RingingReminder): string {
  return late ? `It was due at ${time}, while the computer slept or Parley did not run.` : `${NAMES[kind]}, ${time}`
}
