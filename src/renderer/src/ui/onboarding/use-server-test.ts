import { useEffect, useState } from 'react'
import type { ConnectionVerdict } from '../../../../shared/connection-verdict'
import type { AssistantApi } from '../../../../shared/ipc/assistant-api'
import type { ServerEntry } from '../../../../shared/ipc/contract'

export type ServerTestState =
  | { readonly name: 'untested' }
  | { readonly name: 'testing' }
  /** Null: the test itself failed. */
  | { readonly name: 'tested'; readonly verdict: ConnectionVerdict | null }

interface ServerTest {
  readonly state: ServerTestState
  /** `accept`: done when it went well, before anybody is told so. */
  readonly run: (entry: ServerEntry, accept?: () => Promise<unknown>) => Promise<void>
  readonly stop: () => void
  /** What was tested is not what is entered any more. */
  readonly forget: () => void
}

type Tests = Pick<AssistantApi, 'testServer' | 'stopServerTest'>

/** One test at a time; who leaves the screen stops it. */
export function useServerTest({ testServer, stopServerTest }: Tests): ServerTest {
  const [state, setState] = useState<ServerTestState>({ name: 'untested' })
  useEffect(() => stopServerTest, [stopServerTest])
  return {
    state,
    run: async (entry, accept) => {
      setState({ name: 'testing' })
      const answer = await testServer(entry)
      const verdict = answer.ok ? answer.value : null
      if (verdict === 'ok') await accept?.()
      setState(verdict === 'stopped' ? { name: 'untested' } : { name: 'tested', verdict })
    },
    stop: stopServerTest,
    forget: () => setState({ name: 'untested' }),
  }
}
