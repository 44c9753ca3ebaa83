import { Reminders } from '../../../src/main/reminders/reminders'
import type { Reminder } from '../../../src/shared/reminders'
import { FakeNotifications } from '../../fakes/fake-notifications'
import { FakeReminderStore } from '../../fakes/fake-record-stores'
import { FakeTimers } from '../../fakes/fake-timers'

export const START = Date.parse('2026-03-27T11:00:00Z')
const ZONE = 'Europe/Berlin'

/** A machine: its clock can be set, it can sleep, and Parley can end and begin on it. */
export class Machine {
  readonly store = new FakeReminderStore()
  readonly notifications = new FakeNotifications()
  readonly errors: string[] = []
  timers = new FakeTimers()
  /** How far the clock on the wall is from the time that has really passed. */
  private set = 0
  private slept = 0
  private upBefore = 0
  speaking = false
  sounds = 0
  panels = 0
  private minted = 0
  sut = this.parley()

  private parley(): Reminders {
    const { timers } = this
    const [passed, upBefore] = [() => timers.now() + this.slept, this.upBefore]
    return new Reminders({
      store: this.store,
      notifications: this.notifications,
      timers,
      clock: () => START + upBefore + passed() + this.set,
      uptime: () => upBefore + passed(),
      zone: () => ZONE,
      mint: () => `r${String((this.minted += 1))}`,
      sound: () => (this.sounds += 1),
      mayBeHeard: () => !this.speaking,
      showPanel: () => (this.panels += 1),
      changed: () => undefined,
      failed: ({ tag }) => this.errors.push(tag),
    })
  }

  get now(): number {
    return START + this.upBefore + this.timers.now() + this.slept + this.set
  }

  async begin(): Promise<this> {
    await this.sut.start()
    return this
  }

  async add(after: number, text = 'tea'): Promise<Reminder> {
    return added(await this.sut.records.add({ dueAt: this.now + after, zone: null, text }))
  }

  async addAt(time: string, text = 'call'): Promise<Reminder> {
    return added(await this.sut.records.add({ dueAt: Date.parse(time), zone: ZONE, text }))
  }

  /** Nothing of ours runs meanwhile, and the clock goes on. */
  sleep(ms: number): void {
    this.slept += ms
    this.sut.evaluate() // the system says that it has woken
  }

  /** As a person does, or the network. */
  setClock(by: number): void {
    this.set += by
  }

  async restart(after: number): Promise<void> {
    this.sut.stop()
    this.upBefore += this.timers.now() + after
    this.timers = new FakeTimers()
    this.sut = this.parley()
    await this.sut.start()
  }

  get shown(): readonly string[] {
    return this.sut.view.ringing.map(({ text, time, late }) => `${text} ${time}${late ? ' late' : ''}`)
  }
}

function added(answer: Awaited<ReturnType<Reminders['records']['add']>>): Reminder {
  if (!answer.ok) throw new Error(answer.error)
  return answer.value
}
