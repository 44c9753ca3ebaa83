import type { HistoryPage } from '../../../state/history/history-page'
import type { Conversations } from '../../../state/history/conversations/conversations-store'
import { useLate } from '../../../state/history/use-late'
import { useStore } from '../../../store/use-store'
import { errorWords } from '../../../../../shared/errors/error-words'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import '../quiet.css'

interface NoConversationsProps {
  readonly page: HistoryPage
  readonly conversations: Conversations
  readonly showPrivacy: () => void
}

/** What stands where the list will be. */
export function NoConversations({ page, conversations, showPrivacy }: NoConversationsProps) {
  const late = useLate()
  const overview = useStore(page.overview.overview)
  if (conversations.status === 'loading') return <div className="quiet">{late && <p role="status">{say('common.loading')}</p>}</div>
  if (conversations.status === 'failed') {
    return (
      <div className="quiet" role="alert" data-testid="list-failed">
        <p>{errorWords(conversations.error.tag)}</p>
        <Button onClick={() => void page.list.reload()}>{say('common.try-again')}</Button>
      </div>
    )
  }
  if (overview?.keeping.keeping === 'nothing') {
    return (
      <div className="quiet" data-testid="no-conversations" data-keeping="nothing">
        <h2>{say('history.nothing-kept')}</h2>
        <p>{say('history.nothing-kept-about')}</p>
        <Button onClick={showPrivacy}>{say('history.change-in-privacy')}</Button>
      </div>
    )
  }
  return (
    <div className="quiet" data-testid="no-conversations">
      <h2>{say('history.no-conversations')}</h2>
      <p>{say('history.no-conversations-about')}</p>
    </div>
  )
}
