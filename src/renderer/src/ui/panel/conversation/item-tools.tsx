import type { ConversationItem } from '../../../../../shared/conversation'
import { say } from '../../../../../shared/words/say'
import { IconButton } from '../../parts/controls/button'
import { can } from './item-can'
import type { MessageActions } from './use-message-actions'
import './item-tools.css'

interface ItemToolsProps {
  readonly item: ConversationItem
  /** By Tab, from the message it belongs to. */
  readonly reachable: boolean
  readonly newest: boolean
  readonly playing: boolean
  readonly keepsSound: boolean
  readonly actions: MessageActions
}

/** What can be done with one message. */
export function ItemTools({ item, reachable, newest, playing, keepsSound, actions }: ItemToolsProps) {
  const common = { size: 'small', tabIndex: reachable ? 0 : -1 } as const
  const possible = can(item, newest, keepsSound)
  if (!Object.values(possible).includes(true)) return null
  return (
    <div className="item-tools" role="toolbar" aria-label={say('panel.message-actions')} data-testid="item-tools">
      {possible.copy && <IconButton {...common} icon="copy" label={say('common.copy')} onClick={() => actions.copy(item.id)} data-testid="item-copy" />}
      {possible.play && (
        <IconButton {...common} icon={playing ? 'stop' : 'play'} filled label={say(playing ? 'common.stop' : 'common.play')} onClick={() => (playing ? actions.stop() : actions.play(item.id))} data-testid="item-play" />
      )}
      {possible.again && <IconButton {...common} icon="again" label={say(item.role === 'user' ? 'panel.ask-again' : 'panel.answer-again')} onClick={() => actions.again(item.id)} data-testid="item-again" />}
      {possible.remove && <IconButton {...common} icon="trash" label={say('common.delete')} onClick={() => actions.remove(item.id)} data-testid="item-remove" />}
    </div>
  )
}
