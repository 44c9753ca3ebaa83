import { memo, useMemo, useRef } from 'react'
import type { LedgerEntry } from '../../../../../shared/history'
import { exactBytes, humanBytes, length } from '../../../../../shared/text/amount-words'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import { clock } from '../../../words/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { endWords, hostWords } from '../../../words/history-words'
import { useLate } from '../../../state/history/use-late'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { useMedia } from '../../parts/use-media'
import { List } from '../../parts/list/list'
import { NO_ROW } from '../../parts/list/rows'
import { useRowsFromTop } from '../../parts/list/use-rows-from-top'
import './ledger-table.css'
import '../quiet.css'

const ROW_PX = 34
/** Less has no room for six facts in one line. */
const NARROW = '(max-width: 40rem)'
const TWO_LINES_PX = 54
const NONE: readonly LedgerEntry[] = []
const COLUMNS = ['history.ledger-when', 'history.ledger-length', 'history.ledger-data', 'history.ledger-to', 'history.ledger-mode', 'history.ledger-end'] as const satisfies readonly Key[]

const LedgerRow = memo(function LedgerRow({ entry, place, today }: LedgerRowProps) {
  return (
    <div role="row" aria-rowindex={place + 2} className="ledger-row" data-testid="ledger-row" data-id={entry.id} data-bytes={entry.bytes} data-end={entry.end ?? 'open'}>
      <span role="cell" title={clock.exact(entry.startedAt)}>{clock.moment(entry.startedAt, today)}</span>
      <span role="cell" title={say('history.milliseconds', { ms: Math.round(entry.elapsedMs) })}>{length(entry.elapsedMs)}</span>
      <span role="cell" title={exactBytes(entry.bytes)}>{humanBytes(entry.bytes)}</span>
      <span role="cell" title={entry.host} data-host={entry.host}>{hostWords(entry.host)}</span>
      <span role="cell">{say(entry.mode === 'hold' ? 'common.hold-to-talk' : 'common.hands-free')}</span>
      <span role="cell" title={endWords(entry.end)}>{endWords(entry.end)}</span>
    </div>
  )
})

/** Newest first; only the rows in sight are drawn. */
export function LedgerTable({ page }: { readonly page: HistoryPage }) {
  const ledger = useStore(page.ledger.ledger)
  const late = useLate()
  const today = useToday()
  const narrow = useMedia(NARROW)
  const rows = ledger?.rows ?? NONE
  const keys = useMemo(() => rows.map(({ id }) => id), [rows])
  const box = useRef<HTMLDivElement>(null)
  const placed = useRowsFromTop({ box, keys, px: () => (narrow ? TWO_LINES_PX : ROW_PX), active: NO_ROW, nearEnd: page.ledger.loadMore })
  if (ledger === null) return <div className="ledger quiet">{late && <p role="status">{say('common.loading')}</p>}</div>
  if (rows.length === 0) return <div className="ledger quiet" data-testid="no-ledger"><p>{say('history.ledger-empty')}</p></div>
  const row = (index: number) => {
    const entry = rows[index]
    return entry === undefined ? null : <LedgerRow entry={entry} place={index} today={today} />
  }
  return <List box={box} rows={placed} role="table" label={say('history.ledger')} className="ledger" testId="ledger" rowCount={ledger.more ? -1 : rows.length + 1} narrow={narrow} head={<Columns />} row={row} />
}

function Columns() {
  return (
    <div role="row" aria-rowindex={1} className="ledger-row ledger-columns">
      {COLUMNS.map((key) => <span key={key} role="columnheader">{say(key)}</span>)}
    </div>
  )
}

interface LedgerRowProps {
  readonly entry: LedgerEntry
  readonly place: number
  readonly today: Date
}
