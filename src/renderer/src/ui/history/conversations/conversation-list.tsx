import { useEffect, useMemo, useRef } from 'react'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { listEntries } from '../../../state/history/conversations/list-entries'
import { readingId } from '../../../state/history/conversations/open-conversation'
import { rowsOf } from '../../../state/history/conversations/conversations-store'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { nobodyHasFocus } from '../../parts/layers/use-kept-focus'
import { useLineList } from '../items/use-line-list'
import { useConversationListKeys, type RenameConversation } from './use-conversation-list-keys'
import { NoConversations } from './no-conversations'
import { rowId, ConversationRow } from './conversation-row'
import './conversation-list.css'

const ROW_PX = 62
const DAY_PX = 34

interface ConversationListProps {
  readonly page: HistoryPage
  readonly rename: RenameConversation
  readonly showPrivacy: () => void
}

export function ConversationList({ page, rename, showPrivacy }: ConversationListProps) {
  const conversations = useStore(page.list.conversations)
  const { rows } = rowsOf(conversations)
  if (rows.length === 0) return <NoConversations page={page} conversations={conversations} showPrivacy={showPrivacy} />
  return <Rows page={page} rename={rename} />
}

/** A listbox whose focus stays on the box: rows come and go with scrolling, `aria-activedescendant` says where the keys are. */
function Rows({ page, rename }: Omit<ConversationListProps, 'showPrivacy'>) {
  const list = rowsOf(useStore(page.list.conversations))
  const choice = useStore(page.choice)
  const open = readingId(useStore(page.reader.reading))
  const today = useToday()
  const box = useRef<HTMLDivElement>(null)
  const entries = useMemo(() => listEntries(list.rows, clock, today), [list.rows, today])
  const keys = useMemo(() => entries.map(({ key }) => key), [entries])
  const { lines, total } = useLineList({
    box,
    keys,
    height: (index) => (entries[index]?.kind === 'day' ? DAY_PX : ROW_PX),
    active: choice.active === null ? -1 : keys.indexOf(choice.active),
    nearEnd: page.list.loadMore,
  })
  useEffect(() => {
    if (nobodyHasFocus()) box.current?.focus()
  }, [])
  const { onKeyDown, onClick, onFocus } = useConversationListKeys({ page, box, rename, rowPx: ROW_PX })
  return (
    <div
      ref={box}
      role="listbox"
      className="conversation-list"
      tabIndex={0}
      aria-label={say('history.conversations')}
      aria-multiselectable="true"
      aria-activedescendant={choice.active === null ? undefined : rowId(choice.active)}
      data-testid="history-list"
      data-choosing={choice.chosen.size > 0}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onFocus={onFocus}
    >
      <div role="presentation" className="lines" style={{ height: total }}>
        {lines.map(({ key, index, start, size }) => {
          const entry = entries[index]
          if (entry === undefined) return null
          return (
            <div key={key} role="presentation" className="line" style={{ height: size, transform: `translateY(${String(start)}px)` }}>
              {entry.kind === 'day'
                ? <h2 className="day" role="presentation">{entry.words}</h2>
                : (
                  <ConversationRow
                    conversation={entry.conversation}
                    place={entry.place}
                    of={list.more ? -1 : list.rows.length}
                    active={choice.active === entry.conversation.id}
                    chosen={choice.chosen.has(entry.conversation.id)}
                    open={open === entry.conversation.id}
                    today={today}
                  />
                )}
            </div>
          )
        })}
      </div>
    </div>
  )
}
