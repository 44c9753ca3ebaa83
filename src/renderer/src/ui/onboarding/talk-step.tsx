import { useEffect, useRef } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { canRetry } from '../../words/status-words'
import { type ItemList, itemsInOrder } from '../../state/panel/item-list'
import { Button } from '../parts/controls/button'
import { ItemRow } from '../panel/conversation/item-row'
import { StepFrame, type StepMoves } from './step-frame'
import { TalkPad } from './talk-pad'
import { useHeardAnswer } from './use-heard-answer'
import './talk-step.css'

interface TalkStepProps {
  readonly moves: StepMoves
  readonly view: AssistantView
  readonly items: ItemList
  readonly assistant: Pick<AssistantApi, 'press' | 'release' | 'cancel' | 'retryConnection'>
}

export function TalkStep({ moves, view, items, assistant }: TalkStepProps) {
  const heard = useHeardAnswer(view, items)
  return (
    <StepFrame moves={moves} title="Say hello" main={heard ? { words: 'Done', press: moves.next } : null} busy={view.phase !== 'idle'}>
      <p className="first-lead">{leadWords(view)}</p>
      <Words items={items} />
      {heard && <p className="first-note" role="status">That is all. Close this window whenever you like: the key goes on working. The tray icon brings it back, and so does starting Parley again.</p>}
      <TalkPad view={view} assistant={assistant} />
      {canRetry(view) && <p className="first-cure"><Button onClick={() => assistant.retryConnection()}>Try again</Button></p>}
    </StepFrame>
  )
}

function leadWords({ talkKeyStyle, talkKeyLabel, endpointName }: AssistantView): string {
  switch (talkKeyStyle) {
    case 'hold':
      return `Hold ${talkKeyLabel}, say hello to ${endpointName}, and let go.`
    case 'toggle':
      return `Press ${talkKeyLabel}, say hello to ${endpointName}, and press it again.`
    case 'none':
      return `Hold the button, say hello to ${endpointName}, and let go.`
  }
}

/** The newest stays in sight. */
function Words({ items }: { readonly items: ItemList }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollTo({ top: box.current.scrollHeight }), [items])
  return (
    <div className="first-words" ref={box} role="log" aria-label="What was said" aria-live="off" tabIndex={0}>
      <ol>{itemsInOrder(items).map((item) => <ItemRow key={item.id} item={item} />)}</ol>
    </div>
  )
}
