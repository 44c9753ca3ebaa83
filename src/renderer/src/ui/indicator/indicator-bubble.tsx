import { useEffect, useRef } from 'react'
import type { IndicatorApi } from '../../../../shared/ipc/apis/indicator-api'
import { say } from '../../../../shared/words/say'
import type { IndicatorStore } from '../../state/indicator/indicator-store'
import { useStore } from '../../store/use-store'
import { statusWordsOf } from '../../words/status-words'
import { StatusMark } from '../parts/mark/status-mark'
import { IndicatorCard } from './indicator-card'
import { useDrag } from './use-drag'
import './indicator-bubble.css'

interface IndicatorBubbleProps {
  readonly store: IndicatorStore
  readonly indicator: IndicatorApi
}

/** State, loudness and the last words, over all other windows. A double click opens the panel; there is no keyboard here. */
export function IndicatorBubble({ store, indicator }: IndicatorBubbleProps) {
  const seen = useStore(store)
  const drag = useDrag(indicator.move)
  if (seen === null) return null
  const { status, title } = statusWordsOf(seen.view)
  const { card } = seen.view.tools
  return (
    <main className="indicator" data-testid="indicator" data-status={status} data-card={card !== null} onDoubleClick={indicator.showPanel} {...drag}>
      <h1 className="only-heard">{say('common.app')}</h1>
      <StatusMark status={status} />
      {card === null ? <BubbleWords title={title} tail={seen.tail} /> : <IndicatorCard key={card.id} card={card} indicator={indicator} />}
      <LevelBar indicator={indicator} />
    </main>
  )
}

function BubbleWords({ title, tail }: { readonly title: string; readonly tail: string }) {
  return (
    <div className="indicator-words">
      <p className="indicator-title" role="status">{title}</p>
      {tail !== '' && <p className="indicator-tail" data-testid="indicator-tail"><bdi>{tail}</bdi></p>}
    </div>
  )
}

/** Written straight to the element: every reading of the meters is nothing for React to hear of. */
function LevelBar({ indicator }: Pick<IndicatorBubbleProps, 'indicator'>) {
  const bar = useRef<HTMLSpanElement>(null)
  useEffect(
    () => indicator.onLoudness(({ input, output }) => bar.current?.style.setProperty('--level', String(Math.max(input, output)))),
    [indicator],
  )
  return <span ref={bar} className="indicator-level" aria-hidden="true" />
}
