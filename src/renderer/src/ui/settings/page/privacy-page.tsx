import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { Group } from '../fields/group'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'
import { DeleteEverything } from '../privacy/delete-everything'
import { KeepFields } from '../privacy/keep-fields'
import { Card } from './card'

interface PrivacyPageProps {
  readonly view: AssistantView
  readonly preferences: SettingsApi
  readonly save: Save
}

/** What is kept, what is remembered, and what goes where. */
export function PrivacyPage({ view: { settings, endpointName }, preferences, save }: PrivacyPageProps) {
  const where = settings.endpoint.kind === 'practice' ? say('settings.privacy-echo') : say('settings.privacy-server', { server: endpointName })
  return (
    <>
      <p>{where}</p>
      <Card title={say('history.retention')}><KeepFields settings={settings} save={save} /></Card>
      <Card title={say('history.memory')}>
        <SwitchField name="remembering" label={say('history.remember')} hint={say('settings.remember-about')} checked={settings.remembering} save={(remembering) => save({ remembering })} />
      </Card>
      <Card>
        <Group label={say('history.ledger')} hint={say('history.ledger-about')}>
          <Button onClick={() => void preferences.openHistory()} data-testid="settings-history">{say('common.open-history')}</Button>
        </Group>
        <DeleteEverything preferences={preferences} />
      </Card>
    </>
  )
}
