import { memo } from 'react'
import type { ConversationSummary } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import { daysBetween } from '../../../words/clock-words'
import { titleOf } from '../../../state/history/conversations/conversation-title'
import { Icon } from '../../parts/icon'
import './conversation-row.css'

interface ConversationRowProps {
  readonly conversation: ConversationSummary
  readonly place: number
  /** How many rows there are; -1: not known yet. */
  readonly of: number
  readonly active: boolean
  readonly chosen: boolean
  readonly open: boolean
  /** It is held now. */
  readonly runs: boolean
  readonly today: Date
}

export const rowId = (id: string): string => `conversation ${id}`.replaceAll(' ', '-')

/** Under "Pinned" the heading does not say the day. */
const timeOf = ({ pinned, updatedAt }: ConversationSummary, today: Date): string =>
  pinned && daysBetween(new Date(updatedAt), today) > 0 ? clock.date(updatedAt, today) : clock.time(updatedAt)

/** The signs and short forms of the row, for who hears it. */
const spokenFacts = ({ updatedAt, items, pinned }: ConversationSummary): string =>
  say(pinned ? 'history.row-heard-pinned' : 'history.row-heard', { time: clock.exact(updatedAt), messages: items })

/** A line of the list. The box at its left is for the mouse; keys choose with Space. */
export const ConversationRow = memo(function ConversationRow({ conversation, place, of, active, chosen, open, runs, today }: ConversationRowProps) {
  const title = titleOf(conversation)
  return (
    <div
      role="option"
      id={rowId(conversation.id)}
      className="conversation-row"
      aria-selected={chosen || open}
      aria-posinset={place + 1}
      aria-setsize={of}
      data-testid="history-row"
      data-id={conversation.id}
      data-active={active}
      data-chosen={chosen}
      data-open={open}
    >
      <span className="conversation-check" data-check data-testid="choose" aria-hidden="true" title={say('history.choose')} />
      <span className="conversation-line">
        <span className="conversation-title" title={title}><bdi>{title}</bdi></span>
        {conversation.pinned && <span className="conversation-pin" aria-hidden="true" data-testid="pinned" title={say('history.pinned')}><Icon name="pin" filled /></span>}
        {runs
          ? <span className="conversation-now">{say('history.now')}</span>
          : <time className="conversation-time" aria-hidden="true" title={clock.exact(conversation.updatedAt)}>{timeOf(conversation, today)}</time>}
      </span>
      <span className="conversation-preview"><bdi>{conversation.preview}</bdi></span>
      <span className="only-heard">{spokenFacts(conversation)}</span>
    </div>
  )
})
