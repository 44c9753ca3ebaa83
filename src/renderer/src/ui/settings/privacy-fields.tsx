import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
import { Button } from '../parts/controls/button'

interface PrivacyFieldsProps {
  readonly view: AssistantView
  readonly openHistory: () => void
}

/** What stays is decided where it can be seen: in the history window. */
export function PrivacyFields({ view, openHistory }: PrivacyFieldsProps) {
  const where = view.settings.endpoint.kind === 'practice' ? say('settings.privacy-echo') : say('settings.privacy-server', { server: view.endpointName })
  return (
    <>
      <p>{where}</p>
      <p className="field-hint">{say('settings.privacy-about')}</p>
      <p><Button icon="history" onClick={openHistory} data-testid="settings-history">{say('common.open-history')}</Button></p>
    </>
  )
}
