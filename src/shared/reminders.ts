export const MAX_REMINDER_CHARS = 200
/** More wait for nobody. */
export const MAX_REMINDERS = 100

/** Something the person wants to be told at a time. */
export interface Reminder {
  readonly id: string
  /** What for; empty: a bare timer. */
  readonly text: string
  /** ms since 1970 (UTC). */
  readonly dueAt: number
  /** A time of day in this zone. Null: so long from when it was set, whatever clocks say meanwhile. */
  readonly zone: string | null
  readonly createdAt: number
  /** `ringing`: its time has come, and nobody has said so yet. */
  readonly state: 'waiting' | 'ringing'
}

/** One that rings, as the panel shows it. */
export interface RingingReminder {
  readonly id: string
  readonly text: string
  readonly kind: 'timer' | 'reminder'
  /** "16:05", when it was due. */
  readonly time: string
  /** It could not ring then: the computer slept, or Parley did not run. */
  readonly late: boolean
}

export interface RemindersView {
  readonly ringing: readonly RingingReminder[]
  /** How many are still to come. */
  readonly waiting: number
}

export const NO_REMINDERS: RemindersView = { ringing: [], waiting: 0 }
