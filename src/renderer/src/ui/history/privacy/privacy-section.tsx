import { useEffect } from 'react'
import { count, exactBytes, humanBytes } from '../../../../../shared/text/amount-words'
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
      <aside className="privacy-aside" aria-label="Keeping">
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
    <section className="ledger-part" aria-label="Privacy ledger">
      <header className="ledger-header">
        <div>
          <h2>Privacy ledger</h2>
          <p>Every segment of microphone audio that left this computer.</p>
        </div>
        <Button onClick={() => void page.jobs.exportLedger()} disabled={busy || totals === null || totals.segments === 0} data-testid="export-ledger">Export…</Button>
      </header>
      <LedgerTable page={page} />
      {totals !== null && totals.segments > 0 && (
        <p className="ledger-total" data-testid="ledger-total" data-bytes={totals.bytes} data-segments={totals.segments}>
          Altogether {count(totals.segments, 'segment', 'segments')}, <span title={exactBytes(totals.bytes)}>{humanBytes(totals.bytes)}</span>
        </p>
      )}
      <SentPart page={page} />
    </section>
  )
}
