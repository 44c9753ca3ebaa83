import type { ReminderApi } from '../shared/ipc/reminders'
import { tell } from './wire'

export const reminders: ReminderApi = {
  reminderDone: (reminder) => tell('reminders:done', reminder),
  reminderAgain: (reminder) => tell('reminders:again', reminder),
}
