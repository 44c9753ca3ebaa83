import { useState } from 'react'
import type { RemovedEverything } from '../../../../shared/history'
import type { HistoryOverview } from '../../../../shared/ipc/history-contract'
import type { HistoryPage } from '../../state/history/history-page'
import { removalPreview, removedWords } from '../../state/history/history-words'
import { Button } from '../parts/button'
import { ConfirmInPlace } from './confirm-in-place'

interface RemoveEverythingProps {
  readonly page: HistoryPage
  readonly overview: HistoryOverview
}

export function RemoveEverything({ page, overview }: RemoveEverythingProps) {
  const [removed, setRemoved] = useState<RemovedEverything | 'busy' | null>(null)
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
      {removed === 'busy'
        ? <Button disabled>Deleting…</Button>
        : (
          <ConfirmInPlace
            words="Delete everything…"
            question={<>This deletes {removalPreview(overview.stats, overview.ledger)}, for good. Settings and keys stay.</>}
            yes="Delete everything"
            confirm={() => void remove()}
            testId="remove-everything"
          />
        )}
      <p role="status" aria-live="polite" className="field-hint" data-testid="removed-everything">
        {removed !== null && removed !== 'busy' && removedWords(removed)}
      </p>
    </section>
  )
}
