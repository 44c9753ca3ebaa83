import { type FocusEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { CitationReader } from '../../../../../shared/knowledge/citations'
import type { ItemId } from '../../../../../shared/ids'
import type { PlacedItem } from '../../../../../shared/ipc/history'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import type { OpenConversation } from '../../../state/history/conversations/open-conversation'
import { useStore } from '../../../store/use-store'
import { indexOf, List } from '../../parts/list/list'
import { type ListDeed, TEXT_WALKS } from '../../parts/list/list-deed'
import { type ListBox, NO_ROW, type Rows } from '../../parts/list/rows'
import { useRowsFromEnd } from '../../parts/list/use-rows-from-end'
import { ItemArticle } from './item-article'
import { useMessageActions } from './use-message-actions'

interface ItemListProps {
  readonly page: HistoryPage
  readonly conversation: OpenConversation
}

/** A feed: the newest at the end, one article per item; the arrows go from one to the next. */
export function ItemList({ page, conversation }: ItemListProps) {
  const { items: { rows: placed, more }, target } = conversation
  const [reader] = useState(() => new CitationReader())
  const citations = useMemo(() => reader.read(placed.map(({ item }) => item), !more), [reader, placed, more])
  const box = useRef<HTMLDivElement>(null)
  const { rows, at, goTo, focused } = useFeed(page, conversation, box)
  const playing = useStore(page.playing)
  const actions = useMessageActions(page, conversation.summary.id)
  const row = (index: number) => {
    const each = placed[index]
    if (each === undefined) return null
    const { id } = each.item
    return <ItemArticle placed={each} citations={citations.get(id) ?? null} active={index === at} found={id === target} playing={playing === id} actions={actions} />
  }
  const deed = (asked: ListDeed) => {
    if (asked.kind === 'move' && !asked.extend) return goTo(asked.to)
    const removed = placed[at]
    if (asked.kind !== 'remove' || removed === undefined) return false
    goTo(at + 1 < placed.length ? at + 1 : at - 1)
    actions.remove(removed.item.id)
    return true
  }
  return (
    <List
      box={box}
      rows={rows}
      role="feed"
      label={say('history.items-title')}
      testId="history-items"
      row={row}
      walks={TEXT_WALKS}
      place={() => ({ at, count: placed.length, page: 1 })}
      deed={deed}
      onFocus={focused}
    />
  )
}

interface Feed {
  readonly rows: Rows
  readonly at: number
  /** The focus goes there. */
  readonly goTo: (index: number) => true
  readonly focused: (event: FocusEvent) => void
}

function useFeed({ reader }: HistoryPage, { items: { rows: placed, more }, target }: OpenConversation, box: ListBox): Feed {
  const [active, setActive] = useState<ItemId | null>(null)
  const [moved, setMoved] = useState(0)
  const placeOf = (id: ItemId | null) => (id === null ? NO_ROW : placed.findIndex(({ item }) => item.id === id))
  const at = placeOf(active)
  const keys = useMemo(() => placed.map(({ item }) => item.id), [placed])
  const px = useCallback((index: number) => estimate(placed[index]), [placed])
  const rows = useRowsFromEnd({ box, keys, px, active: at, first: placeOf(target), nearStart: more ? reader.loadOlder : null })
  useLayoutEffect(() => {
    if (moved > 0) box.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true })
  }, [moved, box])
  const activate = (index: number) => setActive(placed[index]?.item.id ?? null)
  return {
    rows,
    at,
    goTo: (index) => {
      activate(index)
      setMoved(moved + 1)
      if (placed[index] !== undefined) rows.virtual.scrollToIndex(index, { align: 'auto' })
      return true
    },
    focused: (event) => {
      const index = indexOf(event)
      if (index !== NO_ROW) activate(index)
    },
  }
}

const LINE_PX = 24
const CHARACTERS_PER_LINE = 62

function estimate(row: PlacedItem | undefined): number {
  if (row === undefined || row.item.kind === 'tool') return 30
  const lines = Math.max(1, Math.ceil(row.item.text.length / CHARACTERS_PER_LINE))
  return lines * LINE_PX + 18
}
