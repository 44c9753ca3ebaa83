import type { Confirm, Question } from './confirm-port'
import type { Timers } from '../platform/ports'

/** Long enough that nobody is worn down to a yes, short enough for a person who changed their mind. */
const PAUSE_MS = 10_000

export type Answer = 'yes' | 'not-confirmed' | 'asked-lately'

/** One question at a time, and after a no none for a while: a page that was taken over cannot ask until somebody says yes to be rid of it. */
export function patientConfirm(confirm: Confirm, timers: Pick<Timers, 'now'>): (question: Question) => Promise<Answer> {
  let quietUntil = -Infinity
  let open = false
  return async (question) => {
    if (open || timers.now() < quietUntil) return 'asked-lately'
    open = true
    try {
      if (await confirm(question)) return 'yes'
      quietUntil = timers.now() + PAUSE_MS
      return 'not-confirmed'
    } finally {
      open = false
    }
  }
}
