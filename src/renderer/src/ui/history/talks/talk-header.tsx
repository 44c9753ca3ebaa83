import type { ConversationSummary } from '../../../../../shared/history'
import { count } from '../../../../../shared/amount-words'
import { clock } from '../../../state/history/clock'
import type { HistoryPage } from '../../../state/history/history-page'
import { useToday } from '../../../state/history/use-today'
import { useStore } from '../../../store/use-store'
import { Button, IconButton } from '../../parts/controls/button'
import { ExportMenu } from './export-menu'
import { focusList } from '../focus'
import { TalkTitle } from './talk-title-edit'
import './talk-header.css'

interface TalkHeaderProps {
  readonly page: HistoryPage
  readonly talk: ConversationSummary
  readonly renaming: boolean
  readonly setRenaming: (on: boolean) => void
}

export function TalkHeader({ page, talk, renaming, setRenaming }: TalkHeaderProps) {
  const { acts, reader, jobs } = page
  const remove = () => {
    void acts.remove([talk.id])
    requestAnimationFrame(focusList)
  }
  const close = () => {
    reader.close()
    requestAnimationFrame(focusList)
  }
  return (
    <header className="talk-header">
      <div className="talk-head">
        <span className="talk-back">
          <IconButton icon="back" label="Back to the list" onClick={close} data-testid="close-talk" />
        </span>
        <TalkTitle key={talk.id} talk={talk} editing={renaming} setEditing={setRenaming} rename={(title) => void acts.rename(talk.id, title)} />
      </div>
      <Meta page={page} talk={talk} />
      <div className="talk-acts">
        <Button look="main" onClick={() => void acts.continueTalk(talk.id)} data-testid="continue-talk">Continue</Button>
        <ExportMenu jobs={jobs} label="Export" testId="export" conversations={[talk.id]} />
        <span className="talk-acts-right">
          <IconButton
            icon="pin"
            filled={talk.pinned}
            label={talk.pinned ? 'Unpin' : 'Pin to the top'}
            aria-pressed={talk.pinned}
            onClick={() => void acts.pin(talk.id, !talk.pinned)}
            data-testid="pin"
          />
          <IconButton icon="trash" label="Delete this conversation" onClick={remove} data-testid="remove" />
        </span>
      </div>
    </header>
  )
}

function Meta({ page, talk }: Pick<TalkHeaderProps, 'page' | 'talk'>) {
  const current = useStore(page.overview.overview)?.current === talk.id
  const today = useToday()
  return (
    <p className="talk-meta" data-testid="talk-meta">
      {current && <span className="talk-now">In the panel now</span>}
      <time title={clock.exact(talk.startedAt)}>{clock.moment(talk.startedAt, today)}</time>
      {talk.endpointName !== '' && <span>{talk.endpointName}</span>}
      <span>{count(talk.items, 'message')}</span>
    </p>
  )
}
