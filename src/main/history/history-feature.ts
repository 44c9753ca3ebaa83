import type { AppError } from '../../shared/errors/errors'
import type { Result } from '../../shared/result'
import type { Settings, SettingsPatch } from '../../shared/settings'
import type { Feature } from '../app/feature'
import type { HistoryStore } from './core/ports'
import { historyRoutes } from './history-routes'
import type { MessageActions } from './message-actions'
import { messageRoutes } from './message-routes'
import type { TalkHistory } from './talk-history'

export interface HistoryWorld {
  readonly store: HistoryStore
  readonly kept: TalkHistory
  readonly messageActions: MessageActions
  readonly updateSettings: (patch: SettingsPatch) => Result<Settings, AppError>
}

export function createHistoryFeature({ store, kept, messageActions, updateSettings }: HistoryWorld): Feature<'private'> {
  return {
    settings: [{ part: ['keeping'], changed: () => kept.retentionChanged() }],
    view: () => ({ private: kept.talk.isPrivate }),
    routes: (door, showPanel) => {
      messageRoutes(door, messageActions, kept.actions)
      historyRoutes(door, { store, actions: kept.actions, jobs: kept.jobs, updateSettings, showPanel })
    },
    start: () => void kept.start(), // the first talk does not wait for yesterday's
    stop: () => kept.stop(),
  }
}
