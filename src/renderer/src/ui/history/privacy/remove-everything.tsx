import { useState } from 'react'
import type { RemovedEverything } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { removedWords } from '../../../words/history-words'
import { Button } from '../../parts/controls/button'

interface RemoveEverythingProps {
  readonly page: HistoryPage
}

/** Main asks first, in a dialog of the system's. */
export function RemoveEverything({ page }: RemoveEverythingProps) {
  const [removed, setRemoved] = useState<RemovedEverything | 'busy' | null>(null)
  const busy = removed === 'busy'
  const remove = async () => {
    setRemoved('busy')
    const answer = await page.ask(page.records.removeEverything())
    setRemoved(answer.ok ? answer.value : null)
    if (!answer.ok || answer.value === null) return
    page.reader.close()
    page.actions.undo.clear()
    await Promise.all([page.list.reload(), page.overview.refresh(), page.drafting.refresh(), page.ledger.refresh(), page.sent.refresh()])
  }
  return (
    <section className="remove-everything" aria-label={say('history.delete-everything')}>
      {/* Never disabled: it would lose the focus that the dialog gave back. */}
      <Button look="danger" onClick={() => !busy && void remove()} aria-disabled={busy} data-testid="remove-everything">
        {say('history.delete-everything-more')}
      </Button>
      <p role="status" aria-live="polite" className="field-hint" data-testid="removed-everything">
        {removed !== null && removed !== 'busy' && removedWords(removed)}
      </p>
    </section>
  )
}
