import { useState } from 'react'
import type { ConversationId } from '../../../../../shared/ids'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
import { HitList } from '../search/hit-list'
import { ManyPane } from './many-pane'
import { SearchField } from '../search/search-field'
import { ConversationList } from './conversation-list'
import { ConversationPane } from './conversation-pane'
import './conversations-section.css'

interface ConversationsSectionProps {
  readonly page: HistoryPage
  readonly showPrivacy: () => void
}

/** Two panes; in a narrow window one at a time, the conversation over the list. */
export function ConversationsSection({ page, showPrivacy }: ConversationsSectionProps) {
  const { hits } = useStore(page.searching.search)
  const { shown } = useStore(page.reader.reading)
  const { chosen } = useStore(page.choice)
  const [renaming, setRenaming] = useState<ConversationId | null>(null)
  const rename = (id: ConversationId) => {
    setRenaming(id)
    void page.actions.open(id)
  }
  return (
    <div className="conversations" data-reading={shown !== null && chosen.size === 0}>
      <nav className="conversations-side" aria-label={say('history.conversations')}>
        <SearchField page={page} />
        {hits === null
          ? <ConversationList page={page} rename={rename} showPrivacy={showPrivacy} />
          : <HitList page={page} />}
      </nav>
      {chosen.size > 0
        ? <ManyPane page={page} chosen={chosen} />
        : <ConversationPane page={page} renaming={renaming} setRenaming={setRenaming} />}
    </div>
  )
}
