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
import { List, pageRows } from '../../parts/list/list'
import type { ListBox } from '../../parts/list/rows'
import { useRowsFromTop } from '../../parts/list/use-rows-from-top'
import { conversationDeeds, type RenameConversation } from './conversation-deeds'
import { NoConversations } from './no-conversations'
import { ConversationRow, rowId } from './conversation-row'
import './conversation-list.css'

const ROW_PX = 54
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
  return <Entries page={page} rename={rename} />
}

/** Conversations below the heads of their days. */
function useEntries(page: HistoryPage, box: ListBox) {
  const list = rowsOf(useStore(page.list.conversations))
  const { active } = useStore(page.choice)
  const today = useToday()
  const entries = useMemo(() => listEntries(list.rows, clock, today), [list.rows, today])
  const keys = useMemo(() => entries.map(({ key }) => key), [entries])
  const rows = useRowsFromTop({
    box,
    keys,
    px: (index) => (entries[index]?.kind === 'day' ? DAY_PX : ROW_PX),
    active: active === null ? -1 : keys.indexOf(active),
    nearEnd: page.list.loadMore,
  })
  const place = () => ({ at: list.rows.findIndex(({ id }) => id === page.choice.get().active), count: list.rows.length, page: pageRows(box, ROW_PX) })
  return { list, entries, rows, place, today }
}

function Entries({ page, rename }: Omit<ConversationListProps, 'showPrivacy'>) {
  const box = useRef<HTMLDivElement>(null)
  const { list, entries, rows, place, today } = useEntries(page, box)
  const choice = useStore(page.choice)
  const runs = useStore(page.overview.overview)?.current
  const open = readingId(useStore(page.reader.reading))
  useEffect(() => {
    if (nobodyHasFocus()) box.current?.focus()
  }, [])
  const { deed, pick, focused } = conversationDeeds(page, rename)
  const row = (index: number) => {
    const entry = entries[index]
    if (entry === undefined) return null
    if (entry.kind === 'day') return <h2 className="day" role="presentation">{entry.words}</h2>
    const { conversation, place: at } = entry
    const { id } = conversation
    return (
      <ConversationRow
        conversation={conversation}
        place={at}
        of={list.more ? -1 : list.rows.length}
        active={choice.active === id}
        chosen={choice.chosen.has(id)}
        open={open === id}
        runs={runs === id}
        today={today}
      />
    )
  }
  return (
    <List
      box={box}
      rows={rows}
      role="listbox"
      label={say('history.conversations')}
      className="conversation-list"
      testId="history-list"
      multiple
      choosing={choice.chosen.size > 0}
      activeId={choice.active === null ? undefined : rowId(choice.active)}
      row={row}
      place={place}
      deed={deed}
      pick={(index, event) => pick(entries[index], event)}
      onFocus={focused}
    />
  )
}
