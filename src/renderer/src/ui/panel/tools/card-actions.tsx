import type { ToolsView } from '../../../../../shared/tools/view'
import { KeyCap } from '../../parts/card/key-cap'
import { Button } from '../../parts/controls/button'
import { HoldButton } from './hold-button'
import type { ToolApi } from '../../../../../shared/ipc/tools'

interface CardActionsProps {
  readonly card: NonNullable<ToolsView['card']>
  readonly assistant: Pick<ToolApi, 'denyCard' | 'holdCard' | 'releaseCard' | 'allowAlways'>
}

export function CardActions({ card, assistant }: CardActionsProps) {
  return (
    <div className="card-actions">
      <HoldButton card={card} assistant={assistant} />
      <Button title="Esc" onClick={() => assistant.denyCard(card.id)} data-testid="card-deny">Deny</Button>
      {card.keyLabel !== null && <p className="card-key" data-testid="card-key">or hold <KeyCap words={card.keyLabel} /></p>}
      {card.always !== null && (
        <Button look="plain" onClick={() => void assistant.allowAlways(card.id)} data-testid="card-always">Always allow: {card.always}</Button>
      )}
    </div>
  )
}
