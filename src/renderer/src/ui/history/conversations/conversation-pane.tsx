import { say } from '../../../../../shared/words/say'
import { KeyCap } from '../../parts/card/key-cap'
import type { HistoryPage } from '../../../state/history/history-page'
import { useLate } from '../../../state/history/use-late'
import { useStore } from '../../../store/use-store'
import { ItemList } from '../items/item-list'
import './conversation-pane.css'
import '../quiet.css'

interface ConversationPaneProps {
  readonly page: HistoryPage
}

/** The open conversation. The one before stays until the next is there. */
export function ConversationPane({ page }: ConversationPaneProps) {
  const { shown, opening } = useStore(page.reader.reading)
  if (shown === null) return <section className="conversation-pane quiet">{opening === null ? <NothingOpen page={page} /> : <Opening />}</section>
  const { id } = shown.summary
  return (
    <article className="conversation-pane" aria-label={say('history.conversation')} data-testid="open-talk" data-id={id}>
      {opening !== null && <div key={opening} className="conversation-opening"><Opening /></div>}
      <ItemList key={shown.visit} page={page} conversation={shown} />
    </article>
  )
}

function Opening() {
  return useLate() ? <p role="status">{say('common.opening')}</p> : null
}

function NothingOpen({ page }: { readonly page: HistoryPage }) {
  const conversations = useStore(page.list.conversations)
  if (conversations.status !== 'ready' || conversations.list.rows.length === 0) return null
  return (
    <>
      <p>{say('history.pick')}</p>
      <p className="quiet-keys">
        <span><KeyCap words="↑" /> <KeyCap words="↓" /> <KeyCap words={say('common.key-enter')} /> {say('history.key-open')}</span>
        <span><KeyCap words="/" /> {say('history.key-search')}</span>
        <span><KeyCap words="F2" /> {say('history.key-rename')}</span>
        <span><KeyCap words={say('common.key-delete')} /> {say('history.key-delete')}</span>
      </p>
    </>
  )
}
