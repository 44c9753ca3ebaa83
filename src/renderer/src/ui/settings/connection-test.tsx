import type { SettingsApi } from '../../../../shared/ipc/apis/settings-api'
import type { Endpoint } from '../../../../shared/settings'
import { say } from '../../../../shared/words/say'
import { ServerTestResult } from '../onboarding/server/server-test-result'
import { useServerTest } from '../onboarding/server/use-server-test'
import { Button } from '../parts/controls/button'

interface ConnectionTestProps {
  readonly endpoint: Endpoint
  readonly preferences: Pick<SettingsApi, 'testServer' | 'stopServerTest'>
}

/** Whether the chosen server lets us in, with the key that is kept for it. */
export function ConnectionTest({ endpoint, preferences }: ConnectionTestProps) {
  const test = useServerTest(preferences)
  return (
    <div className="field">
      <div className="field-controls">
        <Button onClick={() => void test.run({ endpoint, secret: null })} disabled={test.state.name === 'testing'} data-testid="test-connection">{say('settings.test')}</Button>
      </div>
      <ServerTestResult state={test.state} endpoint={endpoint} stop={test.stop} />
    </div>
  )
}
