import { memo } from 'react'
import type { SentText } from '../../../../../shared/knowledge/passages'
import { exactBytes, grouped } from '../../../../../shared/text/amount-words'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import type { HistoryPage } from '../../../state/history/history-page'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { clock } from '../../../words/clock'
import { hostWords } from '../../../words/history-words'
import { sentWords } from '../../../words/knowledge-words'
import { Button } from '../../parts/controls/button'
import './sent-part.css'

const COLUMNS = ['history.ledger-when', 'history.sent-text', 'history.sent-characters', 'history.ledger-to'] as const satisfies readonly Key[]

const SentRow = memo(function SentRow({ sent, today }: { readonly sent: SentText; readonly today: Date }) {
  return (
    <tr data-testid="sent-row" data-id={sent.id}>
      <td title={clock.exact(sent.at)}>{clock.moment(sent.at, today)}</td>
      <td>{sentWords(sent)}</td>
      <td title={exactBytes(sent.bytes)}>{grouped(sent.characters)}</td>
      <td title={sent.host}>{hostWords(sent.host)}</td>
    </tr>
  )
})

/** Beside the ledger of sound, where there is something to tell: who never chose a server for vectors has nothing to read here. */
export function SentPart({ page }: { readonly page: HistoryPage }) {
  const account = useStore(page.sent.account)
  const today = useToday()
  if (account === null || account.totals.sendings === 0) return null
  return (
    <section className="sent-part" aria-label={say('history.sent')} tabIndex={0} data-testid="sent-part">
      <h2>{say('history.sent')}</h2>
      <p>{say('history.sent-about')}</p>
      <table data-testid="sent">
        <thead>
          <tr>{COLUMNS.map((key) => <th key={key} scope="col">{say(key)}</th>)}</tr>
        </thead>
        <tbody>{account.rows.map((sent) => <SentRow key={sent.id} sent={sent} today={today} />)}</tbody>
      </table>
      {account.more && <Button onClick={() => void page.sent.loadMore()} data-testid="more-sent">{say('history.show-older')}</Button>}
      <p data-testid="sent-total">{say('history.sent-total', { sendings: account.totals.sendings, characters: account.totals.characters })}</p>
    </section>
  )
}
