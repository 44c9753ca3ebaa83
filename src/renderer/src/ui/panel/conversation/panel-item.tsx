import { memo } from 'react'
import type { ConversationItem } from '../../../../../shared/conversation'
import type { RunningTool } from '../../../../../shared/tools/view'
import type { Citations } from '../../../../../shared/knowledge/citations'
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
  readonly keepsSound: boolean
  readonly actions: MessageActions
}

/** One message of the conversation; five hundred of them stand there, and only those that change are drawn again. */
export const PanelItem = memo(function PanelItem({ item, running, citations, active, tools, ...rest }: PanelItemProps) {
  return (
    <ItemRow item={item} focusable={active} running={running} fetchText={rest.actions.fetchText}>
      {citations !== null && <Sources citations={citations} open={rest.actions.openSource} reachable={active} />}
      {tools && <ItemTools item={item} reachable={active} {...rest} />}
    </ItemRow>
  )
})
