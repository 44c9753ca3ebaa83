import type { ConversationId } from '../../../../../shared/ids'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
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
  const busy = useStore(page.jobs.job) !== null
  const end = (action: () => void) => {
    action()
    focusList()
  }
  return (
    <section className="many quiet" aria-label={say('history.chosen-title')} data-testid="many">
      <h2 role="status">{say('history.chosen', { count: ids.length })}</h2>
      <div className="many-actions">
        <ExportMenu jobs={page.jobs} label={say('common.export')} button={<Button icon="download" disabled={busy} data-testid="export-chosen">{say('common.export')}</Button>} conversations={ids} />
        <Button look="danger" onClick={() => end(() => void page.actions.remove(ids))} data-testid="remove-chosen">{say('common.delete')}</Button>
        <Button onClick={() => end(() => page.choose({ kind: 'clear' }))} data-testid="clear-choice">{say('history.choose-none')}</Button>
      </div>
    </section>
  )
}
