import type { ConversationId } from '../../../../../shared/ids'
import type { HistoryPage } from '../../../state/history/history-page'
import { useLate } from '../../../state/history/use-late'
import { useStore } from '../../../store/use-store'
import { ItemList } from '../items/item-list'
import { TalkHeader } from './talk-header'
import './talk-pane.css'
import '../quiet.css'

interface TalkPaneProps {
  readonly page: HistoryPage
  readonly renaming: ConversationId | null
  readonly setRenaming: (id: ConversationId | null) => void
}

/** The open conversation. The one before stays until the next is there. */
export function TalkPane({ page, renaming, setRenaming }: TalkPaneProps) {
  const { shown, opening } = useStore(page.reader.reading)
  if (shown === null) return <section className="talk-pane quiet">{opening === null ? <NothingOpen page={page} /> : <Opening />}</section>
  const { id } = shown.summary
  return (
    <article className="talk-pane" aria-label="Conversation" data-testid="open-talk" data-id={id}>
      {opening !== null && <div key={opening} className="talk-opening"><Opening /></div>}
      <TalkHeader
        page={page}
        talk={shown.summary}
        renaming={renaming === id}
        setRenaming={(on) => setRenaming(on ? id : null)}
      />
      <ItemList key={shown.visit} page={page} talk={shown} />
    </article>
  )
}

function Opening() {
  return useLate() ? <p role="status">Opening…</p> : null
}

function NothingOpen({ page }: { readonly page: HistoryPage }) {
  const talks = useStore(page.list.talks)
  if (talks.status !== 'ready' || talks.list.rows.length === 0) return null
  return (
    <>
      <p>Choose a conversation to read it or carry it on.</p>
      <p className="quiet-keys">
        <span><kbd>↑</kbd> <kbd>↓</kbd> <kbd>Enter</kbd> open</span>
        <span><kbd>/</kbd> search</span>
        <span><kbd>F2</kbd> rename</span>
        <span><kbd>Delete</kbd> delete</span>
      </p>
    </>
  )
}
