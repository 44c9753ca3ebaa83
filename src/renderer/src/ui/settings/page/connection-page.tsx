import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { More } from '../../parts/more'
import { ConnectionFields } from '../connection-fields'
import { ConnectionTest } from '../connection-test'
import { EndpointFields } from '../endpoint-fields'
import type { Save } from '../fields/save'
import { SecretField } from '../fields/secret-field'
import { Card } from './card'

interface ConnectionPageProps {
  readonly view: AssistantView
  readonly preferences: SettingsApi
  readonly save: Save
}

export function ConnectionPage({ view, preferences, save }: ConnectionPageProps) {
  const { endpoint } = view.settings
  return (
    <>
      <Card>
        <EndpointFields endpoint={endpoint} preferences={preferences} />
        {view.secret !== 'not-needed' && <SecretField key={view.endpointName} place={view.secret} endpointName={view.endpointName} assistant={preferences} />}
        <ConnectionTest key={JSON.stringify(endpoint)} endpoint={endpoint} preferences={preferences} />
      </Card>
      <More title={say('settings.advanced')} testId="advanced-connection">
        <Card><ConnectionFields settings={view.settings} save={save} /></Card>
      </More>
    </>
  )
}
