import type { AppError } from '../../shared/errors/errors'
import type { Reminder, RemindersView } from '../../shared/reminders'
import { Deadline } from '../platform/deadline'
import type { Timers, WallClock } from '../platform/ports'
import { Alarm } from './alarm'
import { ClockWatch } from './core/clock-watch'
import type { NotificationPort, ReminderRecords, ReminderStore } from './core/ports'
import { isLate, notificationWords, timeOf } from './core/reminder-words'
import { ReminderList } from './reminder-list'

export interface ReminderParts {
  readonly store: ReminderStore
  readonly notifications: NotificationPort
  readonly timers: Timers
  readonly clock: WallClock
  /** ms since the machine was started, sleep included; nobody can set it. */
  readonly uptime: () => number
  /** Of this computer, by its IANA name. */
  readonly zone: () => string
  readonly mint: () => string
  readonly sound: () => void
  /** Nobody speaks just now. */
  readonly mayBeHeard: () => boolean
  readonly showPanel: () => void
  /** The view is another one. */
  readonly changed: () => void
  readonly failed: (error: AppError) => void
}

const AGAIN_MS = 300_000
/**
 * However far the next one is: a clock that is set moves nothing that waits, and a delay of more than 24.8 days would be none.
 * https://developer.mozilla.org/docs/Web/API/Window/setTimeout#maximum_delay_value
 */
const LOOK_AGAIN_MS = 30_000

/** Rings each at its time, or as soon as it can. */
export class Reminders {
  readonly list: ReminderList
  private readonly watch: ClockWatch
  private readonly next: Deadline
  private readonly alarm: Alarm
  private late: ReadonlySet<string> = new Set()

  constructor(private readonly parts: ReminderParts) {
    const { timers, clock, uptime, sound, mayBeHeard } = parts
    this.list = new ReminderList({ ...parts, changed: () => this.listChanged() })
    this.watch = new ClockWatch(clock, uptime)
    this.next = new Deadline(timers, () => this.evaluate())
    this.alarm = new Alarm(timers, sound, mayBeHeard)
  }

  /** As the tools have it. Before anything is added, the clock is looked at: what is new knows it as it is now. */
  get records(): ReminderRecords {
    const { list } = this
    return {
      list: () => list.list(),
      remove: (id) => list.remove(id),
      add: (what) => this.saved(() => list.add(what)),
      putBack: (id) => this.saved(() => list.putBack(id)),
    }
  }

  get view(): RemindersView {
    const { zone } = this.parts
    const [ringing, waiting] = [this.inState('ringing'), this.inState('waiting')]
    return {
      ringing: ringing.map((each) => ({ id: each.id, text: each.text, kind: each.zone === null ? 'timer' : 'reminder', time: timeOf(each, zone()), late: this.late.has(each.id) })),
      waiting: waiting.length,
    }
  }

  /** What rang when Parley ended rings again: nobody has said that it was heard. */
  async start(): Promise<void> {
    this.watch.jumped()
    await this.list.load()
    const again = this.inState('ringing')
    if (again.length > 0) this.ring(again)
    this.evaluate()
  }

  stop(): void {
    this.next.stop()
    this.alarm.end()
  }

  /** The machine was asleep, or the clock may be another one. */
  evaluate(): void {
    this.follow(this.watch.jumped())
    const now = this.parts.clock()
    const due = this.inState('waiting').filter(({ dueAt }) => dueAt <= now)
    if (due.length > 0) this.ring(due)
    else this.arm()
  }

  /** "Done": it was heard. */
  async done(id: string): Promise<boolean> {
    this.heard(id)
    return (await this.list.remove(id)).ok
  }

  /** "Again in 5 min" */
  async again(id: string): Promise<boolean> {
    const found = this.inState('ringing').find((each) => each.id === id)
    if (found === undefined) return false
    this.heard(id)
    return (await this.saved(() => this.list.save({ ...found, state: 'waiting', dueAt: this.parts.clock() + AGAIN_MS, zone: null }))).ok
  }

  /** "Delete everything" has taken them. */
  forgetAll(): void {
    for (const { id } of this.inState('ringing')) this.heard(id)
    this.list.forgetAll()
  }

  private saved<T>(save: () => T): T {
    this.follow(this.watch.jumped())
    return save()
  }

  private inState(state: Reminder['state']): readonly Reminder[] {
    return this.list.list().filter((each) => each.state === state)
  }

  /** The clock was set: a time of day is what it shows now, but a timer still takes as long as it was to take. */
  private follow(jump: number): void {
    if (jump !== 0) this.list.change(this.inState('waiting').filter(({ zone }) => zone === null).map((each) => ({ ...each, dueAt: each.dueAt + jump })))
  }

  private ring(due: readonly Reminder[]): void {
    const now = this.parts.clock()
    this.late = new Set([...this.late, ...due.filter((each) => isLate(each, now)).map(({ id }) => id)])
    this.list.change(due.map((each) => ({ ...each, state: 'ringing' as const })))
    for (const each of due) this.tell(each)
    this.alarm.begin()
  }

  private tell(reminder: Reminder): void {
    const { notifications, zone, showPanel } = this.parts
    const isShown = notifications.show(reminder.id, notificationWords(reminder, zone(), this.late.has(reminder.id)), showPanel)
    if (!isShown) showPanel()
  }

  private heard(id: string): void {
    this.parts.notifications.close(id)
    this.late = new Set([...this.late].filter((each) => each !== id))
    if (this.inState('ringing').every((each) => each.id === id)) this.alarm.end()
  }

  private listChanged(): void {
    if (this.inState('ringing').length === 0) this.alarm.end()
    this.arm()
    this.parts.changed()
  }

  private arm(): void {
    const [first] = this.inState('waiting')
    if (first === undefined) return this.next.stop()
    this.next.renew(Math.min(LOOK_AGAIN_MS, Math.max(0, first.dueAt - this.parts.clock())))
  }
}
