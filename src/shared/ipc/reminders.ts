import { z } from 'zod'
import { channel } from './channel'

const Id = z.string().min(1).max(64)

export const ReminderTells = {
  /** It was heard. */
  'reminders:done': channel(z.tuple([Id]), 'panel'),
  /** It rings once more, in five minutes. */
  'reminders:again': channel(z.tuple([Id]), 'panel'),
} as const

export interface ReminderApi {
  reminderDone(reminder: string): void
  reminderAgain(reminder: string): void
}
