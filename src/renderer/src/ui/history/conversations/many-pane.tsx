import type { ConversationId } from '../../../../../shared/ids'
import { count } from '../../../../../shared/text/amount-words'
import type { HistoryPage } from '../../../state/history/history-page'
import { Button } from '../../parts/controls/button'
import { ExportMenu } from './export-menu'
import { focusList } from '../focus'
import '../quiet.css'

interface ManyPaneProps {
  readonly page: HistoryPage
  readonly chosen: ReadonlySet<ConversationId>
}

/** What can be done with all that is chosen, in place of one conversation. */
export function ManyPane({ page, chosen }: ManyPaneProps) {
  const ids = [...chosen]
  const end = (action: () => void) => {
    action()
    focusList()
  }
  return (
    <section className="many quiet" aria-label="Chosen conversations" data-testid="many">
      <h2 role="status">{count(ids.length, 'conversation')} chosen</h2>
      <div className="many-actions">
        <ExportMenu jobs={page.jobs} label="Export" testId="export-chosen" conversations={ids} />
        <Button look="danger" onClick={() => end(() => void page.actions.remove(ids))} data-testid="remove-chosen">Delete</Button>
        <Button onClick={() => end(() => page.choose({ kind: 'clear' }))} data-testid="clear-choice">Choose none</Button>
      </div>
    </section>
  )
}
