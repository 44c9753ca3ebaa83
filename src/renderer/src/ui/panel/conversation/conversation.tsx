import { memo, useMemo, useRef, useState } from 'react'
import { CitationReader } from '../../../../../shared/knowledge/citations'
import type { HeardFeed } from '../../../../../shared/audio/heard-readings'
import type { ItemId } from '../../../../../shared/ids'
import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { RunningTool } from '../../../../../shared/tools/view'
import { say } from '../../../../../shared/words/say'
import { type ItemList, itemsInOrder } from '../../../state/panel/item-list'
import { IconButton } from '../../parts/controls/button'
import { PanelItem } from './panel-item'
import { StepsFold } from './steps-fold'
import { Unsent, type UnsentSpeech } from './unsent'
import { useMessageActions } from './use-message-actions'
import { useItemFocus } from './use-item-focus'
import { usePointed } from './use-pointed'
import { useRows } from './use-rows'
import { useSpokenWord } from './use-spoken-word'
import { useStickToEnd } from './use-stick-to-end'
import './conversation.css'

interface ConversationProps {
  readonly items: ItemList
  readonly assistant: AssistantApi
  /** Whose kept sound is being played. */
  readonly playingClip: string | null
  /** Interrupted ones of which the rest can be played. */
  readonly unheard: readonly ItemId[]
  readonly keepsSound: boolean
  readonly heard: HeardFeed
  readonly running: readonly RunningTool[]
  readonly unsent: UnsentSpeech
}

/** Both sides of this run. Not a live region: the answer is already being spoken. */
export const Conversation = memo(function Conversation({ items, assistant, playingClip, unheard, keepsSound, heard, running, unsent }: ConversationProps) {
  const box = useRef<HTMLElement>(null)
  const content = useRef<HTMLOListElement>(null)
  const word = useRef<HTMLLIElement>(null)
  useSpokenWord(content, word, heard, items)
  const { stuck, goToEnd } = useStickToEnd(box, content)
  const shown = useMemo(() => itemsInOrder(items), [items])
  const { rows, toggle } = useRows(shown, running)
  const actions = useMessageActions(assistant)
  const { active, focused, list } = useItemFocus(rows, actions)
  const { pointed, pointing } = usePointed()
  const [reader] = useState(() => new CitationReader())
  const citations = useMemo(() => reader.read(itemsInOrder(items), true), [reader, items])
  const lastQuestion = rows.findLastIndex(({ item }) => item?.role === 'user')
  return (
    <div className="conversation-frame">
      <section className="conversation" ref={box} aria-label={say('panel.conversation')} data-testid="conversation">
        <h1 className="only-heard">{say('panel.conversation')}</h1>
        <ol ref={content} {...list} {...pointing}>
          {rows.map(({ id, item, ...row }, index) => (item === null ? row.steps !== null && <StepsFold key={id} id={id} steps={row.steps} open={row.open} active={id === active} toggle={toggle} /> : (
            <PanelItem
              key={item.id}
              item={item}
              running={running.find((each) => each.item === item.id) ?? null}
              citations={citations.get(item.id) ?? null}
              active={item.id === active}
              tools={(focused && item.id === active) || item.id === pointed}
              newest={index >= lastQuestion}
              playing={item.id === playingClip}
              hasRest={unheard.includes(item.id)}
              keepsSound={keepsSound}
              actions={actions}
            />
          )))}
          <Unsent {...unsent} playingClip={playingClip} actions={actions} />
          <li ref={word} className="spoken-word" aria-hidden="true" hidden data-testid="spoken-word" />
        </ol>
      </section>
      {!stuck && (
        <div className="to-newest">
          <IconButton icon="down" label={say('panel.to-newest')} onClick={goToEnd} data-testid="to-newest" />
        </div>
      )}
    </div>
  )
})
