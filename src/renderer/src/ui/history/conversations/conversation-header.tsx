import type { ConversationSummary } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { Button, IconButton } from '../../parts/controls/button'
import { ExportMenu } from './export-menu'
import { focusList } from '../focus'
import { ConversationTitle } from './conversation-title-edit'
import './conversation-header.css'

interface ConversationHeaderProps {
  readonly page: HistoryPage
  readonly conversation: ConversationSummary
  readonly renaming: boolean
  readonly setRenaming: (on: boolean) => void
}

export function ConversationHeader({ page, conversation, renaming, setRenaming }: ConversationHeaderProps) {
  const { actions, reader, jobs } = page
  const remove = () => {
    void actions.remove([conversation.id])
    requestAnimationFrame(focusList)
  }
  const close = () => {
    reader.close()
    requestAnimationFrame(focusList)
  }
  return (
    <header className="conversation-header">
      <div className="conversation-head">
        <span className="conversation-back">
          <IconButton icon="back" label={say('history.back-to-list')} onClick={close} data-testid="close-talk" />
        </span>
        <ConversationTitle key={conversation.id} conversation={conversation} editing={renaming} setEditing={setRenaming} rename={(title) => void actions.rename(conversation.id, title)} />
      </div>
      <Meta page={page} conversation={conversation} />
      <div className="conversation-actions">
        <Button look="main" onClick={() => void actions.continueConversation(conversation.id)} data-testid="continue-talk">{say('common.continue')}</Button>
        <ExportMenu jobs={jobs} label={say('common.export')} testId="export" conversations={[conversation.id]} />
        <span className="conversation-actions-right">
          <IconButton
            icon="pin"
            filled={conversation.pinned}
            label={say(conversation.pinned ? 'history.unpin' : 'history.pin')}
            aria-pressed={conversation.pinned}
            onClick={() => void actions.pin(conversation.id, !conversation.pinned)}
            data-testid="pin"
          />
          <IconButton icon="trash" label={say('history.delete-conversation')} onClick={remove} data-testid="remove" />
        </span>
      </div>
    </header>
  )
}

function Meta({ page, conversation }: Pick<ConversationHeaderProps, 'page' | 'conversation'>) {
  const current = useStore(page.overview.overview)?.current === conversation.id
  const today = useToday()
  return (
    <p className="conversation-meta" data-testid="talk-meta">
      {current && <span className="conversation-now">{say('history.now')}</span>}
      <time title={clock.exact(conversation.startedAt)}>{clock.moment(conversation.startedAt, today)}</time>
      {conversation.endpointName !== '' && <bdi>{conversation.endpointName}</bdi>}
      <span>{say('history.messages', { count: conversation.items })}</span>
    </p>
  )
}
