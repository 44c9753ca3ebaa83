import { memo } from 'react'
import type { ConversationSummary } from '../../../../../shared/history'
import { count, grouped } from '../../../../../shared/amount-words'
import { clock } from '../../../state/history/clock'
import { daysBetween } from '../../../state/history/clock-words'
import { titleOf } from '../../../state/history/talks/talk-title'
import { Icon } from '../../parts/icon'
import './talk-row.css'

interface TalkRowProps {
  readonly talk: ConversationSummary
  readonly place: number
  /** How many rows there are; -1: not known yet. */
  readonly of: number
  readonly active: boolean
  readonly chosen: boolean
  readonly open: boolean
  readonly today: Date
}

export const rowId = (id: string): string => `talk ${id}`.replaceAll(' ', '-')

/** Under "Pinned" the heading does not say the day. */
const timeOf = ({ pinned, updatedAt }: ConversationSummary, today: Date): string =>
  pinned && daysBetween(new Date(updatedAt), today) > 0 ? clock.date(updatedAt, today) : clock.time(updatedAt)

/** The signs and short forms of the row, for who hears it. */
const spokenFacts = (talk: ConversationSummary): string =>
  [clock.exact(talk.updatedAt), count(talk.items, 'message'), talk.pinned ? 'pinned' : ''].filter(Boolean).join(', ')

/** A line of the list. The box at its left is for the mouse; keys choose with Space. */
export const TalkRow = memo(function TalkRow({ talk, place, of, active, chosen, open, today }: TalkRowProps) {
  const title = titleOf(talk)
  return (
    <div
      role="option"
      id={rowId(talk.id)}
      className="talk-row"
      aria-selected={chosen || open}
      aria-posinset={place + 1}
      aria-setsize={of}
      data-testid="history-row"
      data-id={talk.id}
      data-active={active}
      data-chosen={chosen}
      data-open={open}
    >
      <span className="talk-mark" aria-hidden="true">
        {talk.pinned && <span className="talk-pin" data-testid="pinned" title="Pinned"><Icon name="pin" filled /></span>}
        <span className="talk-check" data-check data-testid="choose" title="Choose (Ctrl+click, Space)" />
      </span>
      <span className="talk-line">
        <span className="talk-title" title={title}>{title}</span>
        <time className="talk-time" aria-hidden="true" title={clock.exact(talk.updatedAt)}>{timeOf(talk, today)}</time>
      </span>
      <span className="talk-line">
        <span className="talk-preview">{talk.preview}</span>
        <span className="talk-items" aria-hidden="true" title={count(talk.items, 'message')}>{grouped(talk.items)}</span>
      </span>
      <span className="only-heard">{spokenFacts(talk)}</span>
    </div>
  )
})
