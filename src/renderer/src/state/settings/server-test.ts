import type { ConnectionVerdict } from '../../../../shared/providers/verdict-name'
import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import type { ServerEntry } from '../../../../shared/ipc/servers'
import { createStore, type ReadonlyStore } from '../../store/store'

export type ServerTestState =
  | { readonly name: 'untested' }
  | { readonly name: 'testing' }
  /** Null: the test itself failed. */
  | { readonly name: 'tested'; readonly verdict: ConnectionVerdict | null }

export interface ServerTests {
  readonly state: ReadonlyStore<ServerTestState>
  /** `accept`: done when it went well, before anybody is told so; false: it could not be, and has told why. */
  readonly run: (entry: ServerEntry, accept?: () => Promise<boolean>) => Promise<void>
  /** What was tested is not what is entered any more. */
  readonly forget: () => void
}

const UNTESTED: ServerTestState = { name: 'untested' }

/** One test at a time. An answer about an entry that has been forgotten says nothing about the one that is there now. */
export function createServerTests(testServer: SettingsApi['testServer']): ServerTests {
  const state = createStore<ServerTestState>(UNTESTED)
  let asked = 0
  return {
    state,
    run: async (entry, accept = () => Promise.resolve(true)) => {
      asked += 1
      const mine = asked
      state.set({ name: 'testing' })
      const answer = await testServer(entry)
      const verdict = answer.ok ? answer.value : null
      if (mine !== asked) return
      const isAccepted = verdict !== 'ok' || (await accept())
      if (mine === asked) state.set(verdict === 'stopped' || !isAccepted ? UNTESTED : { name: 'tested', verdict })
    },
    forget: () => {
      asked += 1
      state.set(UNTESTED)
    },
  }
}
