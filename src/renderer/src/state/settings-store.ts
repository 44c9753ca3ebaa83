import { appError, type AppError } from '../../../shared/errors/errors'
import type { DeviceLists, SettingsPageState } from '../../../shared/ipc/contract'
import type { SettingsApi } from '../../../shared/ipc/settings-api'
import { err } from '../../../shared/result'

export type SettingsState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly error: AppError }
  | ({ readonly status: 'ready' } & SettingsPageState)

export interface SettingsStore {
  get(): SettingsState
  subscribe(listener: () => void): () => void
  /** Asks main for everything; pushes carry on from there. */
  load(): Promise<void>
  choose(section: SettingsPageState['section']): void
  /** Tells the lists now and on every change. */
  watchDevices(listener: (devices: DeviceLists) => void): () => void
}

type Source = Pick<SettingsApi, 'getState' | 'onView' | 'onDevices' | 'onSection'>

export function createSettingsStore(source: Source): SettingsStore {
  let state: SettingsState = { status: 'loading' }
  const listeners = new Set<() => void>()
  const set = (next: SettingsState) => {
    state = next
    listeners.forEach((listener) => listener())
  }
  /** Before the first answer there is nothing to change: it will hold the newest. */
  const change = (part: Partial<SettingsPageState>) => state.status === 'ready' && set({ ...state, ...part })
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  source.onView((view) => change({ view }))
  source.onDevices((devices) => change({ devices }))
  source.onSection((section) => change({ section }))
  return {
    get: () => state,
    subscribe,
    load: async () => {
      set({ status: 'loading' })
      const answer = await source.getState().catch(() => err(appError('unexpected')))
      set(answer.ok ? { status: 'ready', ...answer.value } : { status: 'failed', error: answer.error })
    },
    choose: (section) => change({ section }),
    watchDevices: (listener) => {
      let told: DeviceLists | null = null
      const tell = () => {
        if (state.status !== 'ready' || state.devices === told) return
        told = state.devices
        listener(told)
      }
      tell()
      return subscribe(tell)
    },
  }
}
