import { useEffect, useState } from 'react'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import { createServerTests, type ServerTests, type ServerTestState } from '../../../state/settings/server-test'
import { useStore } from '../../../store/use-store'

interface ServerTest extends Omit<ServerTests, 'state'> {
  readonly state: ServerTestState
  readonly stop: () => void
}

/** Who leaves the screen stops it. */
export function useServerTest({ testServer, stopServerTest }: Pick<AssistantApi, 'testServer' | 'stopServerTest'>): ServerTest {
  const [{ state, run, forget }] = useState(() => createServerTests(testServer))
  useEffect(() => stopServerTest, [stopServerTest])
  return { state: useStore(state), run, forget, stop: stopServerTest }
}
