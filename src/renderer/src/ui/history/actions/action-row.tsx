import { Collapsible } from '@base-ui/react/collapsible'
import { useState } from 'react'
import type { ConversationId } from '../../../../../shared/ids'
import type { Action } from '../../../../../shared/tools/actions'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useNow } from '../../../state/history/use-now'
import { useToday } from '../../../state/history/use-today'
import { actionAside, canUndo, isPrivateAction, resultOf } from '../../../words/action-words'
import { argumentsOf } from '../../../words/call-words'
import { clock } from '../../../words/clock'
import { Button } from '../../parts/controls/button'
import { Icon } from '../../parts/icon'

interface ActionRowProps {
  readonly page: HistoryPage
  readonly action: Action
  readonly show: (conversation: ConversationId) => void
}

/** One thing a tool did, or was not allowed to do. */
export function ActionRow({ page, action, show }: ActionRowProps) {
  const today = useToday()
  const result = resultOf(action)
  return (
    <li className="action" data-testid="action" data-id={action.id} data-tool={action.tool} data-outcome={action.outcome}>
      <Collapsible.Root>
        <Collapsible.Trigger className="action-head" data-testid="action-head">
          <span className="action-fold"><Icon name="chevron-right" /></span>
          <bdi className="action-title">{action.title}</bdi>
          <time title={clock.exact(action.at)}>{clock.moment(action.at, today)}</time>
        </Collapsible.Trigger>
        <div className="action-under">
          {result !== null && <p data-testid="action-result"><bdi>{result}</bdi></p>}
          <p className="action-aside">{actionAside(action)}</p>
          <Collapsible.Panel><ActionFacts action={action} /></Collapsible.Panel>
          <ActionButtons page={page} action={action} show={show} />
        </div>
      </Collapsible.Root>
    </li>
  )
}

function ActionFacts({ action }: Pick<ActionRowProps, 'action'>) {
  const facts = isPrivateAction(action) ? [] : argumentsOf(action.arguments ?? '')
  return (
    <dl className="action-facts" data-testid="action-facts">
      <div><dt>{say('history.tool')}</dt><dd><bdi>{action.tool}</bdi></dd></div>
      {facts.map(({ name, text }) => <div key={name}><dt>{name}</dt><dd><bdi>{text}</bdi></dd></div>)}
    </dl>
  )
}

function ActionButtons({ page, action, show }: ActionRowProps) {
  const [failed, setFailed] = useState(false)
  const now = useNow()
  const { conversation } = action
  const undo = async () => {
    const done = await page.acting.undo(action.id)
    setFailed(done === false)
  }
  return (
    <div className="action-buttons">
      {isPrivateAction(action) && <span className="action-private">{say('history.private-conversation')}</span>}
      {conversation !== null && <Button look="plain" onClick={() => show(conversation)} data-testid="action-conversation">{say('history.show-conversation')}</Button>}
      {canUndo(action, now) && <Button look="plain" onClick={() => void undo()} data-testid="action-undo">{say('common.undo')}</Button>}
      <span role="status" className="action-private">{failed && say('tools.no-undo')}</span>
    </div>
  )
}
