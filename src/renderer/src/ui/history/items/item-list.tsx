import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { CitationReader } from '../../../../../shared/knowledge/citations'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { keyMove } from '../../../state/history/conversations/key-move'
import type { OpenConversation } from '../../../state/history/conversations/open-conversation'
import { useStore } from '../../../store/use-store'
import { ItemArticle } from './item-article'
import { useMessageActions } from './use-message-actions'
import { useItemList } from './use-item-list'
import './item-list.css'

interface ItemListProps {
  readonly page: HistoryPage
  readonly conversation: OpenConversation
}

/** A feed: the newest at the end, one article per item; the arrows go from one to the next. */
export function ItemList({ page, conversation }: ItemListProps) {
  const box = useRef<HTMLDivElement>(null)
  const { rows, more } = conversation.items
  const [reader] = useState(() => new CitationReader())
  const citations = useMemo(() => reader.read(rows.map(({ item }) => item), !more), [reader, rows, more])
  const [active, setActive] = useState<string | null>(null)
  const [moved, setMoved] = useState(0)
  const at = active === null ? -1 : rows.findIndex(({ item }) => item.id === active)
  const virtual = useItemList({ box, conversation, active: at, loadOlder: page.reader.loadOlder })
  const playing = useStore(page.playing)
  const actions = useMessageActions(page, conversation.summary.id)
  useLayoutEffect(() => {
    if (moved > 0) box.current?.querySelector<HTMLElement>('[data-active="true"]')?.focus({ preventScroll: true })
  }, [moved])
  const move = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setActive(row.item.id)
    setMoved(moved + 1)
    virtual.scrollToIndex(index, { align: 'auto' })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.target instanceof HTMLButtonElement) return
    const row = rows[at]
    if (event.key === 'Delete' && row !== undefined) {
      event.preventDefault()
      move(at + 1 < rows.length ? at + 1 : at - 1)
      return actions.remove(row.item.id)
    }
    // Page keys, Home and End scroll, as in every text.
    const to = event.key === 'ArrowDown' || event.key === 'ArrowUp' ? keyMove(event.key, at, rows.length, 1) : null
    if (to === null) return
    event.preventDefault()
    move(to)
  }
  const focused = ({ target }: FocusEvent) => {
    const article = target instanceof Element ? target.closest<HTMLElement>('[data-testid="history-item"]') : null
    if (article?.dataset['id'] !== undefined) setActive(article.dataset['id'])
  }
  return (
    <div ref={box} role="feed" aria-label={say('history.items-title')} className="conversation-items-box" tabIndex={0} data-testid="history-items" onKeyDown={keys} onFocus={focused}>
      <div className="lines" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          if (row === undefined) return null
          return (
            <div key={key} ref={virtual.measureElement} data-index={index} className="line" style={{ transform: `translateY(${String(start)}px)` }}>
              <ItemArticle
                placed={row}
                citations={citations.get(row.item.id) ?? null}
                active={index === at}
                found={row.item.id === conversation.target}
                playing={playing === row.item.id}
                actions={actions}
              />
            </div>
          )
        })}
      </div>
    </div>
  )
}
