import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { ConversationId } from '../../../../../shared/ids'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useLate } from '../../../state/history/use-late'
import { useStore } from '../../../store/use-store'
import { Button } from '../../parts/controls/button'
import { ActionRow } from './action-row'
import './actions-section.css'
import '../quiet.css'

interface ActionsSectionProps {
  readonly page: HistoryPage
  readonly show: (conversation: ConversationId) => void
}

/** What the tools did, newest first. */
export function ActionsSection({ page, show }: ActionsSectionProps) {
  const actions = useStore(page.acting.actions)
  const busy = useStore(page.jobs.job) !== null
  const late = useLate()
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => void page.acting.refresh(), [page])
  if (actions === null) return <div className="quiet">{late && <p role="status">{say('common.loading')}</p>}</div>
  if (actions.rows.length === 0) return <NoActions />
  return (
    <div className="actions" data-testid="actions">
      <header className="actions-head">
        <p>{say('history.actions-about')}</p>
        <Button onClick={() => void page.jobs.exportActions()} disabled={busy} data-testid="export-actions">{say('common.export-more')}</Button>
      </header>
      <ol ref={list} onKeyDown={(event) => moveBetween(list.current, event)}>
        {actions.rows.map((action) => <ActionRow key={action.id} page={page} action={action} show={show} />)}
      </ol>
      {actions.more && <Button onClick={() => void page.acting.loadMore()} data-testid="older-actions">{say('history.show-older')}</Button>}
    </div>
  )
}

function NoActions() {
  return (
    <div className="quiet" data-testid="no-actions">
      <h2>{say('history.no-actions')}</h2>
      <p>{say('history.no-actions-about')}</p>
    </div>
  )
}

/** The arrows go from one to the next, wherever in it the focus is. */
function moveBetween(list: HTMLElement | null, event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const heads = [...(list?.querySelectorAll<HTMLElement>('.action-head') ?? [])]
  const at = heads.findIndex((head) => head.closest('li')?.contains(document.activeElement) === true)
  const next = heads[at + (event.key === 'ArrowDown' ? 1 : -1)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
