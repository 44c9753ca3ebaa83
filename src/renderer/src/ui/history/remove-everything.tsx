import { useState } from 'react'
import type { RemovedEverything } from '../../../../shared/history'
import type { HistoryOverview } from '../../../../shared/ipc/history-contract'
import type { HistoryPage } from '../../state/history/history-page'
import { removalPreview, removedWords } from '../../state/history/history-words'
import { Button } from '../parts/button'
import { Confirm } from '../parts/confirm'

interface RemoveEverythingProps {
  readonly page: HistoryPage
  readonly overview: HistoryOverview
}

export function RemoveEverything({ page, overview }: RemoveEverythingProps) {
  const [removed, setRemoved] = useState<RemovedEverything | 'busy' | null>(null)
  const [asking, setAsking] = useState(false)
  const busy = removed === 'busy'
  const remove = async () => {
    setRemoved('busy')
    page.reader.close()
    page.acts.undo.clear()
    const answer = await page.ask(page.records.removeEverything())
    setRemoved(answer.ok ? answer.value : null)
    await Promise.all([page.list.reload(), page.overview.refresh(), page.drafting.refresh(), page.ledger.refresh()])
  }
  return (
    <section className="remove-everything" aria-label="Delete everything">
      {/* Never disabled: it would lose the focus that the dialog gave back. */}
      <Button look="danger" onClick={() => !busy && setAsking(true)} aria-disabled={busy} data-testid="remove-everything">
        {busy ? 'Deleting…' : 'Delete everything…'}
      </Button>
      <Confirm
        open={asking}
        close={() => setAsking(false)}
        title="Delete everything?"
        yes="Delete everything"
        confirm={() => void remove()}
        testId="remove-everything"
      >
        This deletes {removalPreview(overview.stats, overview.ledger)}, for good. Settings and keys stay.
      </Confirm>
      <p role="status" aria-live="polite" className="field-hint" data-testid="removed-everything">
        {removed !== null && removed !== 'busy' && removedWords(removed)}
      </p>
    </section>
  )
}
