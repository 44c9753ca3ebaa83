import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import type { ApprovalCard } from '../../../../shared/tools/view'
import type { IndicatorApi } from '../../../../shared/ipc/apis/indicator-api'
import { say, sayParts } from '../../../../shared/words/say'
import { Drawn } from '../parts/drawn'
import { HoldRing } from '../parts/card/hold-ring'
import { KeyCap } from '../parts/card/key-cap'
import { SeenText } from '../parts/card/seen-text'
import { useCardShown } from '../parts/card/use-card-shown'
import { useHeld } from '../parts/card/use-held'
import { StatusMark } from '../parts/mark/status-mark'
import './indicator-card.css'

interface IndicatorCardProps {
  readonly card: ApprovalCard
  readonly indicator: Pick<IndicatorApi, 'cardShown' | 'denyCard' | 'showPanel'>
}

/** What cannot be undone, or has no room here, is read in the panel. */
const fitsHere = ({ level, after, arguments: list }: ApprovalCard): boolean => level < 4 && after === null && list.length <= 1

/** What a tool asks. It counts as shown only where all of it is: nobody allows by a key what stands elsewhere. */
export function IndicatorCard({ card, indicator }: IndicatorCardProps) {
  const value = useRef<HTMLParagraphElement>(null)
  const whole = useFits(value, card.arguments[0]?.text ?? '') && fitsHere(card)
  const shown = useCallback((id: string) => indicator.cardShown(id, 'indicator'), [indicator])
  useCardShown(whole ? card.id : null, shown)
  return (
    <div className="indicator-card" data-testid="indicator-card" data-whole={whole}>
      <StatusMark status="asking" />
      <p className="pill-title" role="status" data-testid="indicator-title">{say('tools.question', { question: card.title })}</p>
      <p ref={value} className="indicator-value" data-testid="indicator-value">{card.arguments[0] !== undefined && <SeenText text={card.arguments[0].text} />}</p>
      <div className="indicator-actions">
        {whole ? <HoldKey card={card} /> : <p className="indicator-hint">{say('panel.pill-more')}</p>}
        <button type="button" className="pill-button" onClick={() => indicator.denyCard(card.id)} data-testid="indicator-deny">{say('tools.deny')}</button>
        {(!whole || card.keyLabel === null) && <button type="button" className="pill-button" data-look="main" onClick={() => indicator.showPanel()} data-testid="indicator-review">{say('panel.pill-review')}</button>}
      </div>
    </div>
  )
}

function HoldKey({ card }: Pick<IndicatorCardProps, 'card'>) {
  const { holding, filled } = useHeld(card)
  if (card.confirming) return <p className="indicator-hint">{say('panel.pill-confirming')}</p>
  if (card.keyLabel === null) return <p className="indicator-hint">{say('panel.pill-asks-first')}</p>
  return (
    <p className="indicator-hint indicator-key" data-testid="indicator-key" data-armed={card.armed} data-holding={holding}>
      <HoldRing heldMs={card.heldMs} holdMs={card.holdMs} filled={filled} />
      {card.locked ? say('tools.locked') : holding === 'full' ? say('tools.let-go') : <Drawn parts={sayParts('panel.pill-hold', { key: <KeyCap words={card.keyLabel} /> })} />}
    </p>
  )
}

/** Whether all of a text is to be seen in its box. */
function useFits(box: { readonly current: HTMLElement | null }, text: string): boolean {
  const [fits, setFits] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (element === null) return
    const measure = () => setFits(element.scrollHeight <= element.clientHeight + 1 && element.scrollWidth <= element.clientWidth + 1)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box, text])
  return fits
}
