import { memo, useMemo } from 'react'
import type { Citations } from '../../../../../shared/knowledge/citations'
import type { PlacedItem } from '../../../../../shared/ipc/history'
import { say } from '../../../../../shared/words/say'
import { clock } from '../../../words/clock'
import { ItemRow } from '../../panel/conversation/item-row'
import { IconButton } from '../../parts/controls/button'
import { type LinkWay, LinkWays } from '../../parts/markdown/link'
import { Sources } from '../../parts/sources'
import { ToolLine } from '../../parts/tool-line'
import type { MessageActions } from './use-message-actions'
import './item-article.css'

interface ItemArticleProps {
  readonly placed: PlacedItem
  /** What it rests on; null: nothing was looked up for it. */
  readonly citations: Citations | null
  readonly active: boolean
  /** What was searched for. */
  readonly found: boolean
  readonly playing: boolean
  readonly actions: MessageActions
}

/** One bubble as in the panel, and what can be done with it. */
export const ItemArticle = memo(function ItemArticle({ placed: { item }, citations, active, found, playing, actions }: ItemArticleProps) {
  const who = say(item.kind === 'tool' ? 'history.tool-call' : item.role === 'user' ? 'common.you' : 'common.app')
  const ways = useMemo((): LinkWay => ({ open: actions.openLink, reachable: active }), [actions, active])
  return (
    <article
      className="history-item"
      tabIndex={active ? 0 : -1}
      aria-label={say('history.item-by', { who, time: clock.exact(item.createdAt) })}
      data-testid="history-item"
      data-id={item.id}
      data-role={item.role}
      data-kind={item.kind}
      data-active={active}
      data-found={found}
    >
      {item.tool === undefined
        ? (
            <LinkWays value={ways}>
              <ol>
                <ItemRow item={item} fetchText={actions.fetchText}>
                  {citations !== null && <Sources citations={citations} open={actions.openSource} reachable={active} />}
                </ItemRow>
              </ol>
            </LinkWays>
          )
        : <ToolLine tool={item.tool} status={item.status} running={null} reachable={active} />}
      <div className="history-item-side" data-playing={playing}>
        {item.hasAudio && (
          <IconButton
            icon={playing ? 'stop' : 'play'}
            filled
            label={say(playing ? 'common.stop' : 'common.play')}
            tabIndex={active ? 0 : -1}
            onClick={() => (playing ? actions.stop() : actions.play(item.id))}
            data-testid="play-item"
            data-playing={playing}
          />
        )}
        <time title={clock.exact(item.createdAt)}>{clock.time(item.createdAt)}</time>
        <IconButton icon="trash" label={say('history.delete-message')} tabIndex={active ? 0 : -1} onClick={() => actions.remove(item.id)} data-testid="remove-item" />
      </div>
    </article>
  )
})
