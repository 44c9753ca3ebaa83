import { useDeferredValue, useEffect, useMemo, useRef } from 'react'
import { errorWords, noticeWords } from '../../../../shared/errors/error-words'
import { markOf, statusOf } from '../../../../shared/status'
import type { IndicatorApi } from '../../../../shared/ipc/apis/indicator-api'
import type { AssistantView } from '../../../../shared/view'
import type { IndicatorView } from '../../../../shared/ipc/windows'
import { say } from '../../../../shared/words/say'
import type { IndicatorStore } from '../../state/indicator/indicator-store'
import { useStore } from '../../store/use-store'
import { captionOf } from '../../words/caption'
import { IndicatorCard } from './indicator-card'
import { PillLine } from './pill-line'
import { useDrag } from './use-drag'
import { usePointed } from './use-pointed'
import './pill.css'

interface PillProps {
  readonly store: IndicatorStore
  readonly indicator: IndicatorApi
}

/** State, voice and the last words, over all other windows. It has no focus: its keys are Escape, and the one that opens the panel. */
export function Pill({ store, indicator }: PillProps) {
  const seen = useStore(store)
  return seen === null ? null : <ShownPill seen={seen} indicator={indicator} />
}

/** Why what was begun has come to nothing. */
const whyNot = ({ notice, slip }: AssistantView): string => (notice !== null ? noticeWords(notice) : slip !== null ? errorWords(slip.tag) : '')

function ShownPill({ seen: { view, tail }, indicator }: { readonly seen: IndicatorView; readonly indicator: IndicatorApi }) {
  const drag = useDrag(indicator.move)
  const { pointed, ...pointer } = usePointed(indicator.point)
  const pill = useLevels(indicator)
  const status = statusOf(view)
  const { card } = view.tools
  const caption = useCaption(tail)
  const words = view.phase === 'speaking' ? caption : view.phase === 'idle' ? whyNot(view) : ''
  return (
    <main
      ref={pill}
      className="pill"
      data-palette="pill"
      data-testid="indicator"
      data-status={status}
      data-mark={markOf(status)}
      data-card={card !== null}
      data-words={words !== ''}
      data-pointed={pointed}
      onDoubleClick={() => indicator.showPanel()}
      {...pointer}
      {...drag}
    >
      <h1 className="only-heard">{say('common.app')}</h1>
      <p className="only-heard" role="status">{say(`status.${status}`)}</p>
      {card === null
        ? <PillLine status={status} phase={view.phase} pointed={pointed} indicator={indicator} />
        : <IndicatorCard key={card.id} card={card} indicator={indicator} />}
      {card === null && words !== '' && <p className="pill-words" data-testid="indicator-tail"><bdi>{words}</bdi></p>}
    </main>
  )
}

/** Words may come a hundred times a second: those in between are passed over. */
function useCaption(tail: string): string {
  const latest = useDeferredValue(tail)
  return useMemo(() => captionOf(latest), [latest])
}

/** Written straight to the element: every reading of the meters is nothing for React to hear of. */
function useLevels(indicator: Pick<IndicatorApi, 'onLoudness'>) {
  const pill = useRef<HTMLElement>(null)
  useEffect(() => indicator.onLoudness(({ input, output }) => pill.current?.style.setProperty('--level', Math.max(input, output).toFixed(2))), [indicator])
  return pill
}
