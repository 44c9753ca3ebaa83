import type { ConversationId } from '../../../../../shared/ids'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
import { useMedia } from '../../parts/use-media'
import { SearchField } from '../search/search-field'
import { ConversationHeader } from './conversation-header'
import { HistoryMore } from './history-more'
import './history-head.css'

interface HistoryHeadProps {
  readonly page: HistoryPage
  /** The name of what is shown; null: conversations. */
  readonly place: string | null
  readonly reading: boolean
  readonly renaming: ConversationId | null
  readonly setRenaming: (id: ConversationId | null) => void
  /** Something is searched for. */
  readonly searches: () => void
}

/** Less, and most of what can be done goes into the menu: the title needs the room. */
const TIGHT = '(max-width: 38rem)'

/** The one line: search over the list, and what is shown with all that can be done with it. */
export function HistoryHead({ page, place, reading, renaming, setRenaming, searches }: HistoryHeadProps) {
  const tight = useMedia(TIGHT)
  const { shown } = useStore(page.reader.reading)
  const summary = reading ? (shown?.summary ?? null) : null
  return (
    <header className="history-head" data-reading={reading}>
      <div className="history-find"><SearchField page={page} searches={searches} /></div>
      <div className="history-shown">
        {summary === null
          ? <h2 className="history-place">{place}</h2>
          : <ConversationHeader page={page} conversation={summary} tight={tight} renaming={renaming === summary.id} setRenaming={(on) => setRenaming(on ? summary.id : null)} />}
        <HistoryMore page={page} conversation={tight ? summary : null} />
      </div>
    </header>
  )
}
