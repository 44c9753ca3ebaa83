import { useEffect } from 'react'
import type { LedgerTotals } from '../../../../../shared/history'
import { exactBytes, humanBytes } from '../../../../../shared/text/amount-words'
import { say, sayParts } from '../../../../../shared/words/say'
import { Drawn } from '../../parts/drawn'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
import { Button } from '../../parts/controls/button'
import { SwitchField } from '../../settings/fields/switch-field'
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
      {totals !== null && totals.segments > 0 && <LedgerFoot page={page} totals={totals} />}
      <SentPart page={page} />
    </section>
  )
}

/** What is listed, summed up. What a server on this computer got has not left it, so it is listed only if the person asks. */
function LedgerFoot({ page: { ledger }, totals }: { readonly page: HistoryPage; readonly totals: LedgerTotals }) {
  const withOwn = useStore(ledger.own)
  const { own } = totals
  const [segments, bytes] = withOwn ? [totals.segments, totals.bytes] : [totals.segments - own.segments, totals.bytes - own.bytes]
  return (
    <footer className="ledger-foot">
      <p className="ledger-total" data-testid="ledger-total" data-bytes={bytes} data-segments={segments}>
        <Drawn parts={sayParts('history.ledger-total', { count: segments, size: humanBytes(bytes), bytes: (words) => <span title={exactBytes(bytes)}>{words}</span> })} />
      </p>
      {own.segments > 0 && (
        <SwitchField name="ledger-own" label={say('history.ledger-own', { count: own.segments })} checked={withOwn} save={async (on) => (await ledger.showOwn(on), null)} />
      )}
    </footer>
  )
}
