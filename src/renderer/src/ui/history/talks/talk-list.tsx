import { useEffect, useMemo, useRef } from 'react'
import { clock } from '../../../state/history/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { listEntries } from '../../../state/history/talks/list-entries'
import { readingId } from '../../../state/history/talks/open-talk'
import { rowsOf } from '../../../state/history/talks/talks-store'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { nobodyHasFocus } from '../../parts/layers/use-kept-focus'
import { useLineList } from '../items/use-line-list'
import { useTalkListKeys, type RenameTalk } from './use-talk-list-keys'
import { NoTalks } from './no-talks'
import { rowId, TalkRow } from './talk-row'
import './talk-list.css'

const ROW_PX = 62
const DAY_PX = 34

interface TalkListProps {
  readonly page: HistoryPage
  readonly rename: RenameTalk
  readonly showPrivacy: () => void
}

export function TalkList({ page, rename, showPrivacy }: TalkListProps) {
  const talks = useStore(page.list.talks)
  const { rows } = rowsOf(talks)
  if (rows.length === 0) return <NoTalks page={page} talks={talks} showPrivacy={showPrivacy} />
  return <Rows page={page} rename={rename} />
}

/** A listbox whose focus stays on the box: rows come and go with scrolling, `aria-activedescendant` says where the keys are. */
function Rows({ page, rename }: Omit<TalkListProps, 'showPrivacy'>) {
  const list = rowsOf(useStore(page.list.talks))
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
  const { onKeyDown, onClick, onFocus } = useTalkListKeys({ page, box, rename, rowPx: ROW_PX })
  return (
    <div
      ref={box}
      role="listbox"
      className="talk-list"
      tabIndex={0}
      aria-label="Conversations"
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
                  <TalkRow
                    talk={entry.talk}
                    place={entry.place}
                    of={list.more ? -1 : list.rows.length}
                    active={choice.active === entry.talk.id}
                    chosen={choice.chosen.has(entry.talk.id)}
                    open={open === entry.talk.id}
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
