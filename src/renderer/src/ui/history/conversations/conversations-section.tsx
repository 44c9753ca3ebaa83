import type { ConversationId } from '../../../../../shared/ids'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
import { HitList } from '../search/hit-list'
import { ManyPane } from './many-pane'
import { ConversationList } from './conversation-list'
import { ConversationPane } from './conversation-pane'
import './conversations-section.css'

interface ConversationsSectionProps {
  readonly page: HistoryPage
  readonly rename: (id: ConversationId) => void
  readonly showPrivacy: () => void
}

/** Two panes; in a narrow window one at a time, the conversation over the list. */
export function ConversationsSection({ page, rename, showPrivacy }: ConversationsSectionProps) {
  const { hits } = useStore(page.searching.search)
  const { shown } = useStore(page.reader.reading)
  const { chosen } = useStore(page.choice)
  const openAndRename = (id: ConversationId) => {
    rename(id)
    void page.actions.open(id)
  }
  return (
    <div className="conversations" data-reading={shown !== null && chosen.size === 0}>
      <nav className="conversations-side" aria-label={say('history.conversations')}>
        {hits === null
          ? <ConversationList page={page} rename={openAndRename} showPrivacy={showPrivacy} />
          : <HitList page={page} />}
      </nav>
      {chosen.size > 0
        ? <ManyPane page={page} chosen={chosen} />
        : <ConversationPane page={page} />}
    </div>
  )
}
