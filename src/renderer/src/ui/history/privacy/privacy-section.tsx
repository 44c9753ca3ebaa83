import { useEffect } from 'react'
import { exactBytes, humanBytes } from '../../../../../shared/text/amount-words'
import { say, sayParts } from '../../../../../shared/words/say'
import { Drawn } from '../../parts/drawn'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
import { Button } from '../../parts/controls/button'
import { RetentionFields } from './retention-fields'
import { LedgerTable } from './ledger-table'
import { SentPart } from './sent-part'
import { RemoveEverything } from './remove-everything'
import './privacy-section.css'

export function PrivacySection({ page }: { readonly page: HistoryPage }) {
  const overview = useStore(page.overview.overview)
  useEffect(() => {
    void page.ledger.refresh()
    void page.sent.refresh()
    void page.overview.refresh()
  }, [page])
  return (
    <div className="privacy" data-testid="privacy">
      <LedgerPart page={page} />
      <aside className="privacy-aside" aria-label={say('history.retention')}>
        {overview !== null && (
          <>
            <RetentionFields page={page} overview={overview} />
            <RemoveEverything page={page} />
          </>
        )}
      </aside>
    </div>
  )
}

function LedgerPart({ page }: { readonly page: HistoryPage }) {
  const totals = useStore(page.overview.overview)?.ledger ?? null
  const busy = useStore(page.jobs.job) !== null
  return (
    <section className="ledger-part" aria-label={say('history.ledger')}>
      <header className="ledger-header">
        <div>
          <h2>{say('history.ledger')}</h2>
          <p>{say('history.ledger-about')}</p>
        </div>
        <Button onClick={() => void page.jobs.exportLedger()} disabled={busy || totals === null || totals.segments === 0} data-testid="export-ledger">{say('common.export-more')}</Button>
      </header>
      <LedgerTable page={page} />
      {totals !== null && totals.segments > 0 && (
        <p className="ledger-total" data-testid="ledger-total" data-bytes={totals.bytes} data-segments={totals.segments}>
          <Drawn parts={sayParts('history.ledger-total', { count: totals.segments, size: humanBytes(totals.bytes), bytes: (words) => <span title={exactBytes(totals.bytes)}>{words}</span> })} />
        </p>
      )}
      <SentPart page={page} />
    </section>
  )
}
