import { useEffect, useRef } from 'react'
import type { AssistantApi } from '../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../shared/view'
import { say } from '../../../../shared/words/say'
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
    <StepFrame moves={moves} title={say('first-run.talk')} main={{ words: say('common.done'), press: moves.next }} busy={view.phase !== 'idle'}>
      <p className="first-lead">{leadWords(view)}</p>
      {itemsInOrder(items).length === 0 ? <ThingsToSay /> : <Words items={items} />}
      {heard && <p className="first-note" role="status">{say('first-run.talk-done')}</p>}
      <TalkPad view={view} assistant={assistant} />
      {canRetry(view) && <p className="first-cure"><Button onClick={() => assistant.retryConnection()}>{say('common.try-again')}</Button></p>}
    </StepFrame>
  )
}

function leadWords({ talkKeyStyle, talkKeyLabel: key, endpointName: server }: AssistantView): string {
  switch (talkKeyStyle) {
    case 'hold':
      return say('first-run.talk-hold', { key, server })
    case 'toggle':
      return say('first-run.talk-press', { key, server })
    case 'none':
      return say('first-run.talk-button', { server })
  }
}

const THINGS = ['first-run.talk-try-1', 'first-run.talk-try-2', 'first-run.talk-try-3'] as const

function ThingsToSay() {
  return (
    <div className="first-words things-to-say">
      <p id="things-to-say">{say('first-run.talk-try')}</p>
      <ul aria-labelledby="things-to-say">{THINGS.map((key) => <li key={key}>{say(key)}</li>)}</ul>
    </div>
  )
}

/** The newest stays in sight. */
function Words({ items }: { readonly items: ItemList }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollTo({ top: box.current.scrollHeight }), [items])
  return (
    <div className="first-words" ref={box} role="log" aria-label={say('first-run.talk-words')} aria-live="off" tabIndex={0}>
      <ol>{itemsInOrder(items).map((item) => <ItemRow key={item.id} item={item} />)}</ol>
    </div>
  )
}
