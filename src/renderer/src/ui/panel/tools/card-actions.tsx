import type { ToolsView } from '../../../../../shared/tools/view'
import { KeyCap } from '../../parts/card/key-cap'
import { Button } from '../../parts/controls/button'
import { AlwaysAllow } from './always-allow'
import { HoldButton } from './hold-button'
import type { ToolApi } from '../../../../../shared/ipc/tools'
import { say, sayParts } from '../../../../../shared/words/say'
import { Drawn } from '../../parts/drawn'

interface CardActionsProps {
  readonly card: NonNullable<ToolsView['card']>
  readonly assistant: Pick<ToolApi, 'denyCard' | 'holdCard' | 'releaseCard' | 'allowAlways'>
}

export function CardActions({ card, assistant }: CardActionsProps) {
  if (card.confirming) return <Confirming deny={() => assistant.denyCard(card.id)} />
  return (
    <div className="card-actions">
      <HoldButton card={card} assistant={assistant} />
      <Button title={say('common.key-esc')} onClick={() => assistant.denyCard(card.id)} data-testid="card-deny">{say('tools.deny')}</Button>
      {card.keyLabel !== null && <p className="card-key" data-testid="card-key"><Drawn parts={sayParts('tools.or-hold-key', { key: <KeyCap words={card.keyLabel} /> })} /></p>}
      {card.always !== null && (
        <AlwaysAllow what={card.always} allow={(howLong) => void assistant.allowAlways(card.id, howLong)} />
      )}
    </div>
  )
}

/** The place to answer is main's dialog now; one that is covered by another window is still ended here. */
function Confirming({ deny }: { readonly deny: () => void }) {
  return (
    <div className="card-actions">
      <p className="card-key" role="status" data-testid="card-confirming">{say('tools.confirming')}</p>
      <Button title={say('common.key-esc')} onClick={deny} data-testid="card-deny">{say('tools.deny')}</Button>
    </div>
  )
}
