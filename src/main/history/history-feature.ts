import { ownText } from '../../shared/text/own-text'
import type { SettingsReaction, ShowingFeature } from '../app/feature'
import { createActions } from './create-actions'
import { keptActions } from './drafts/kept-actions'
import type { HistoryActions } from './history-actions'
import { HistoryJobs } from './history-jobs'
import { historyRoutes } from './history-routes'
import type { HistoryWorld } from './history-world'
import type { MessageActions } from './message-actions'
import { messageRoutes } from './message-routes'
import { openConversation } from './open-conversation'

export interface HistoryFeature extends ShowingFeature<'private' | 'kept'> {
  readonly actions: HistoryActions
  readonly jobs: HistoryJobs
  readonly messageActions: MessageActions
  /** A fresh conversation; the old one stays in the history. */
  newConversation(isPrivate: boolean): void
}

/** What a person does with what stays, put together above the talk. */
export function createHistoryFeature(world: HistoryWorld): HistoryFeature {
  const { store, kept, sinks, updateSettings } = world
  const opening = openConversation({ ...world, current: kept.current })
  const today = () => new Date(world.wallClock()).toISOString().slice(0, 10)
  const { actions, messageActions } = createActions(world, opening, today)
  const jobs = new HistoryJobs(store, world.files, today, (job) => {
    sinks.job(job)
    if (job === null) sinks.changed({ conversation: null, what: 'list' })
  })
  return {
    actions,
    jobs,
    messageActions,
    newConversation: opening.fresh,
    settings: [retentionReaction(world, opening.fresh)],
    view: () => ({ private: kept.current.isPrivate, kept: kept.drafts.here }),
    routes: (door, showPanel) => {
      messageRoutes(door, messageActions, actions, keptActions(kept.drafts, actions))
      historyRoutes(door, { store, actions, jobs, updateSettings, showPanel, draftRemoved: (draft) => (kept.drafts.forget(draft), world.changed()) })
    },
    pageClosed: (page) => page === 'history' && actions.closed(),
    start: () => void open(world), // the first talk does not wait for yesterday's
    stop: () => stop(world, jobs),
    close: () => close(world),
  }
}

function retentionReaction({ kept }: HistoryWorld, fresh: (isPrivate: boolean) => void): SettingsReaction {
  return {
    part: ['keeping'],
    changed: (before, after) => {
      if (before.keeping === 'nothing' || after.keeping === 'nothing') fresh(false)
      void kept.retention.evaluate()
    },
  }
}

/** Opens the database; says what was found. */
async function open({ store, kept, logger, notify }: HistoryWorld): Promise<void> {
  const opened = await store.open()
  if (!opened.ok) return notify(opened.error)
  const { setAside } = opened.value
  if (setAside !== null) {
    logger.warn('history set aside', { as: ownText(setAside) })
    notify({ tag: 'history-damaged', detail: setAside })
  }
  await kept.retention.evaluate()
}

/** At once, whatever others still have to do: there may not be time for more. */
async function stop({ kept, clips }: HistoryWorld, jobs: HistoryJobs): Promise<void> {
  kept.retention.stop()
  clips.stop()
  await jobs.stop()
  await Promise.all([kept.recorder.flush(), kept.drafts.flush()])
}

/** Everything that is held here is on the disk, as far as the disk lets us. */
async function close({ store, kept }: HistoryWorld): Promise<void> {
  await Promise.all([kept.recorder.flush(), kept.drafts.flush()])
  await store.close()
}
