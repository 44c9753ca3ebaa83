import { useCallback, useEffect, useRef } from 'react'
import type { ToolApi } from '../../../../../shared/ipc/tools'
import type { ToolsView } from '../../../../../shared/tools/view'
import { say } from '../../../../../shared/words/say'
import { afterWords, behindWords, effectWords, sourceWords } from '../../../words/tools-words'
import { useCardShown } from '../../parts/card/use-card-shown'
import { Icon } from '../../parts/icon'
import { StatusMark } from '../../parts/mark/status-mark'
import { CardActions } from './card-actions'
import { CardArguments } from './card-arguments'
import { CardTime } from './card-time'
import './approval-card.css'

type CardTools = Pick<ToolApi, 'cardShown' | 'denyCard' | 'holdCard' | 'releaseCard' | 'allowAlways'>

interface ApprovalCardProps {
  readonly tools: Pick<ToolsView, 'card' | 'behind'>
  readonly assistant: CardTools
}

/** What a tool wants to do, and the only ways to say yes. It takes no focus; the live region is always there, so that it is read out. */
export function ApprovalCard({ tools: { card, behind }, assistant }: ApprovalCardProps) {
  return (
    <>
      <p role="status" aria-live="polite" className="only-heard" data-testid="card-news">{card !== null && say('tools.question', { question: card.title })}</p>
      {card !== null && <OpenCard key={card.id} card={card} behind={behind} assistant={assistant} />}
    </>
  )
}

interface OpenCardProps {
  readonly card: NonNullable<ToolsView['card']>
  readonly behind: number
  readonly assistant: CardTools
}

function OpenCard({ card, behind, assistant }: OpenCardProps) {
  const box = useRef<HTMLElement>(null)
  useCardShown(card.id, useCallback((id: string) => assistant.cardShown(id, 'panel'), [assistant]))
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), [])
  return (
    <section ref={box} className="card" aria-label={say('tools.permission')} data-testid="card" data-card={card.id} data-level={card.level} data-armed={card.armed}>
      <header className="card-head">
        <span className="card-mark"><StatusMark status="asking" /></span>
        <div>
          <h2 data-testid="card-title">{say('tools.question', { question: card.title })}</h2>
          <p>{sourceWords(card.source)}</p>
        </div>
      </header>
      <div className="card-body" tabIndex={0} aria-label={say('tools.details')} role="group">
        <CardArguments list={card.arguments} />
        {card.after !== null && <p className="card-after" data-testid="card-after"><Icon name="warning" />{afterWords(card.after)}</p>}
        <p className="card-note" data-testid="card-effect">{effectWords(card)}</p>
      </div>
      <CardActions card={card} assistant={assistant} />
      <p className="card-note">
        <CardTime leftMs={card.leftMs} />
        {behind > 0 && <span data-testid="card-behind"> · {behindWords(behind)}</span>}
      </p>
    </section>
  )
}
