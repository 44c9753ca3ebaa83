import type { ShowingFeature, Talk } from '../app/feature'
import type { FeatureWorld } from '../app/feature-world'
import type { ReminderRecords } from '../tools/core/built-in/ports'
import { isTaking } from '../talk/core/turn/projection'
import type { NotificationPort, ReminderStore } from './core/ports'
import { Reminders } from './reminders'

export interface RemindersWorld extends FeatureWorld {
  readonly store: ReminderStore
  readonly notifications: NotificationPort
  readonly uptime: () => number
  readonly zone: () => string
  readonly sound: () => void
}

export interface RemindersFeature extends ShowingFeature<'reminders'> {
  readonly records: ReminderRecords
}

/** Timers and reminders, which ring whatever the talk does. */
export function createRemindersFeature(world: RemindersWorld): RemindersFeature {
  let talk: Talk | null = null
  let showPanel = (): void => undefined
  const reminders = new Reminders({
    ...world,
    clock: world.wallClock,
    failed: world.notify,
    mayBeHeard: () => !isListening(talk),
    showPanel: () => showPanel(),
  })
  return {
    records: reminders.records,
    view: () => ({ reminders: reminders.view }),
    routes: (door, show) => {
      showPanel = show
      door.on('reminders:done', (id) => void reminders.done(id))
      door.on('reminders:again', (id) => void reminders.again(id))
    },
    start: (started) => {
      talk = started
      void reminders.start() // the database may be long to open, and the first talk does not wait for it
    },
    stop: () => reminders.stop(),
    resumed: () => reminders.evaluate(),
    everythingRemoved: () => reminders.forgetAll(),
  }
}

/** The microphone is open for somebody's words, and would hear it. */
function isListening(talk: Talk | null): boolean {
  if (talk === null) return false
  const { turnPhase, handsFree } = talk.facts()
  return isTaking(turnPhase) || (handsFree.on && handsFree.hearing)
}
