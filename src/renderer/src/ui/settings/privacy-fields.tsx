import type { AssistantView } from '../../../../shared/view'
import { Button } from '../parts/controls/button'

interface PrivacyFieldsProps {
  readonly view: AssistantView
  readonly openHistory: () => void
}

/** What stays is decided where it can be seen: in the history window. */
export function PrivacyFields({ view, openHistory }: PrivacyFieldsProps) {
  const where = view.settings.endpoint.kind === 'practice' ? 'Nothing you say to Practice leaves this computer.' : `What you say goes to ${view.endpointName} and nowhere else.`
  return (
    <>
      <p>{where}</p>
      <p className="field-hint">How long conversations are kept, whether their sound is kept, and a ledger of all that ever left this computer are in the history window, under Privacy.</p>
      <p><Button icon="history" onClick={openHistory} data-testid="settings-history">Open History</Button></p>
    </>
  )
}
