import type { ConversationSummary } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import { lastedWords } from '../../../words/history-words'
import type { HistoryPage } from '../../../state/history/history-page'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { Button, IconButton } from '../../parts/controls/button'
import { ExportMenu } from '../conversations/export-menu'
import { focusList } from '../focus'
import { ConversationTitle } from './conversation-title-edit'
import './conversation-header.css'

interface ConversationHeaderProps {
  readonly page: HistoryPage
  readonly conversation: ConversationSummary
  /** What can be done with it is in the menu, but for the first. */
  readonly tight: boolean
  readonly renaming: boolean
  readonly setRenaming: (on: boolean) => void
}

/** What is read, and what can be done with it. */
export function ConversationHeader({ page, conversation, tight, renaming, setRenaming }: ConversationHeaderProps) {
  const { actions, reader } = page
  const { id } = conversation
  const runs = useStore(page.overview.overview)?.current === id
  const close = () => {
    reader.close()
    requestAnimationFrame(focusList)
  }
  return (
    <>
      <span className="conversation-back">
        <IconButton icon="back" label={say('history.back-to-list')} onClick={close} data-testid="close-talk" />
      </span>
      <div className="conversation-head">
        <ConversationTitle key={id} conversation={conversation} editing={renaming} setEditing={setRenaming} rename={(title) => void actions.rename(id, title)} />
        <Meta conversation={conversation} runs={runs} />
      </div>
      <Button look="main" onClick={() => void actions.continueConversation(id)} data-testid="continue-talk">{say(runs ? 'history.show-in-panel' : 'common.continue')}</Button>
      {!tight && <Signs page={page} conversation={conversation} />}
    </>
  )
}

function Signs({ page: { actions, jobs }, conversation: { id, pinned } }: Pick<ConversationHeaderProps, 'page' | 'conversation'>) {
  const busy = useStore(jobs.job) !== null
  const remove = () => {
    void actions.remove([id])
    requestAnimationFrame(focusList)
  }
  return (
    <span className="conversation-signs">
      <IconButton icon="pin" filled={pinned} label={say(pinned ? 'history.unpin' : 'history.pin')} aria-pressed={pinned} onClick={() => void actions.pin(id, !pinned)} data-testid="pin" />
      <ExportMenu jobs={jobs} label={say('common.export')} button={<IconButton icon="download" label={say('common.export')} disabled={busy} data-testid="export" />} conversations={[id]} />
      <IconButton icon="trash" label={say('history.delete-conversation')} onClick={remove} data-testid="remove" />
    </span>
  )
}

function Meta({ conversation: { startedAt, updatedAt, endpointName, items }, runs }: { readonly conversation: ConversationSummary; readonly runs: boolean }) {
  const today = useToday()
  const lasted = lastedWords(updatedAt - startedAt)
  return (
    <p className="conversation-meta" title={endpointName} data-testid="talk-meta">
      {runs && <><span className="conversation-now">{say('history.now')}</span> </>}
      <time title={clock.exact(startedAt)}>{say('history.day-time', { day: clock.day(startedAt, today), time: clock.time(startedAt) })}</time>
      {' '}<span>{say('history.messages', { count: items })}</span>
      {lasted !== null && <> <span>{lasted}</span></>}
    </p>
  )
}
