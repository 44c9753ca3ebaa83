import type { RingingReminder } from '../../../shared/reminders'
import { say } from '../../../shared/words/say'

const nameOf = (kind: RingingReminder['kind']) => say(kind === 'timer' ? 'panel.timer' : 'panel.reminder')

/** What for; a bare timer has only its kind. */
export const reminderTitle = ({ text, kind }: RingingReminder): string => (text === '' ? nameOf(kind) : text)

export function reminderTime({ kind, time, late }: RingingReminder): string {
  return late ? say('panel.rang-late', { time }) : say('panel.rang', { kind: nameOf(kind), time })
}
