import { appError, type AppError } from '../../../../shared/errors/errors'
import type { SettingsPageState } from '../../../../shared/ipc/settings'
import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import { err } from '../../../../shared/result'
import { createStore, type ReadonlyStore } from '../../store/store'

export type SettingsState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | ({ readonly status: 'ready' } & SettingsPageState)

export interface SettingsStore extends ReadonlyStore<SettingsState> {
  /** Asks main for everything; pushes carry on from there. */
  load(): Promise<void>
  choose(section: SettingsPageState['section']): void
}

type Source = Pick<SettingsApi, 'getState' | 'onView' | 'onDevices' | 'onSection'>

export function createSettingsStore(source: Source): SettingsStore {
  const state = createStore<SettingsState>({ status: 'loading' })
  /** Before the first answer there is nothing to change: it will hold the newest. */
  const change = (part: Partial<SettingsPageState>) => state.update((now) => (now.status === 'ready' ? { ...now, ...part } : now))
  source.onView((view) => change({ view }))
  source.onDevices((devices) => change({ devices }))
  source.onSection((section) => change({ section }))
  return {
    get: state.get,
    subscribe: state.subscribe,
    load: async () => {
      state.set({ status: 'loading' })
      const answer = await source.getState().catch(() => err(appError('unexpected')))
      state.set(answer.ok ? { status: 'ready', ...answer.value } : { status: 'failed', error: answer.error })
    },
    choose: (section) => change({ section }),
  }
}
