import { useEffect, useState } from 'react'
import type { AssistantApi } from '../../../../../shared/ipc/assistant-api'
import { createServerTests, type ServerTests, type ServerTestState } from '../../../state/server-test'

interface ServerTest extends ServerTests {
  readonly state: ServerTestState
  readonly stop: () => void
}

/** Who leaves the screen stops it. */
export function useServerTest({ testServer, stopServerTest }: Pick<AssistantApi, 'testServer' | 'stopServerTest'>): ServerTest {
  const [state, setState] = useState<ServerTestState>({ name: 'untested' })
  const [tests] = useState(() => createServerTests(testServer, setState))
  useEffect(() => stopServerTest, [stopServerTest])
  return { state, ...tests, stop: stopServerTest }
}
