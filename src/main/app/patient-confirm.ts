import type { Confirm, PatientConfirm } from './confirm-port'
import type { Timers } from '../platform/ports'

/** Long enough that nobody is worn down to a yes, short enough for a person who changed their mind. */
const PAUSE_MS = 10_000

/** One question at a time, for one who asks. */
export function patientConfirm(confirm: Confirm, timers: Pick<Timers, 'now'>): PatientConfirm {
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
