import { memo, useMemo } from 'react'
import type { ConversationItem } from '../../../../../shared/conversation'
import type { RunningTool } from '../../../../../shared/tools/view'
import type { Citations } from '../../../../../shared/knowledge/citations'
import { type LinkWay, LinkWays } from '../../parts/markdown/link'
import { Sources } from '../../parts/sources'
import { ItemRow } from './item-row'
import { ItemTools } from './item-tools'
import type { MessageActions } from './use-message-actions'

interface PanelItemProps {
  readonly item: ConversationItem
  readonly running: RunningTool | null
  /** What it rests on; null: nothing was looked up for it. */
  readonly citations: Citations | null
  /** Where the keys are, or would come to: the one stop for Tab. */
  readonly active: boolean
  /** What can be done with it is in sight. */
  readonly tools: boolean
  /** The last question, or what answers it. */
  readonly newest: boolean
  readonly playing: boolean
  /** It was interrupted, and what was not heard of it can still be played. */
  readonly hasRest: boolean
  readonly keepsSound: boolean
  readonly actions: MessageActions
}

/** One message of the conversation; five hundred of them stand there, and only those that change are drawn again. */
export const PanelItem = memo(function PanelItem({ item, running, citations, active, tools, hasRest, ...rest }: PanelItemProps) {
  const { actions, playing } = rest
  const ways = useMemo((): LinkWay => ({ open: actions.openLink, reachable: active }), [actions, active])
  const restOfIt = useMemo(() => (hasRest ? { playing, play: () => actions.playRest(item.id), stop: actions.stop } : null), [hasRest, playing, actions, item.id])
  return (
    <LinkWays value={ways}>
      <ItemRow item={item} focusable={active} running={running} fetchText={actions.fetchText} rest={restOfIt}>
        {citations !== null && <Sources citations={citations} open={actions.openSource} reachable={active} />}
        {tools && <ItemTools item={item} reachable={active} {...rest} />}
      </ItemRow>
    </LinkWays>
  )
})
