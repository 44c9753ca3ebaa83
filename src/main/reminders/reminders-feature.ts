import type { ShowingFeature } from '../app/feature'
import type { FeatureWorld } from '../app/feature-world'
import type { NotificationPort, ReminderStore } from './core/ports'
import { reminderTools } from './reminder-tools'
import { Reminders } from './reminders'

export interface RemindersWorld extends FeatureWorld {
  readonly store: ReminderStore
  readonly notifications: NotificationPort
  /** ms since the machine was started; nobody can set it. */
  readonly uptime: () => number
  /** Of this computer, by its IANA name. */
  readonly zone: () => string
}

/** Timers and reminders, which ring whatever the talk does. */
export function createRemindersFeature(world: RemindersWorld): ShowingFeature<'reminders'> {
  let showPanel = (): void => undefined
  const reminders = new Reminders({
    ...world,
    clock: world.wallClock,
    failed: world.notify,
    sound: () => world.earcon('alarm'),
    mayBeHeard: () => !world.turn().listens, // the microphone would hear it
    showPanel: () => showPanel(),
  })
  return {
    toolSources: [reminderTools({ reminders: reminders.records, clock: world.wallClock, zone: world.zone })],
    view: () => ({ reminders: reminders.view }),
    routes: (door, show) => {
      showPanel = show
      door.on('reminders:done', (id) => void reminders.done(id))
      door.on('reminders:again', (id) => void reminders.again(id))
    },
    start: () => void reminders.start(), // the database may be long to open, and the first talk does not wait for it
    stop: () => reminders.stop(),
    resumed: () => reminders.evaluate(),
    everythingRemoved: () => reminders.forgetAll(),
  }
}
