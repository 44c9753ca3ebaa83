import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Endpoint } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import './server-cards.css'

export type ServerKind = Endpoint['kind']

interface ServerCardsProps {
  readonly kind: ServerKind
  /** Cents for a minute with OpenAI. */
  readonly cents: number
  readonly choose: (kind: ServerKind) => void
  /** What the chosen one has to be told. */
  readonly children: ReactNode
}

const servers = (cents: number) => [
  { kind: 'openai', name: say('common.open-ai'), about: say('first-run.server-open-ai', { cents }) },
  { kind: 'custom', name: say('first-run.server-custom'), about: say('first-run.server-custom-about') },
  { kind: 'practice', name: say('first-run.server-echo'), about: say('first-run.server-echo-about') },
] as const satisfies readonly { readonly kind: ServerKind; readonly name: string; readonly about: string }[]

/** The group would take these from a field inside of it. */
const MOVES = new Set(['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End'])

const keepMoves = (event: KeyboardEvent) => {
  if (MOVES.has(event.key)) event.stopPropagation()
}

/** Who answers. One stop for Tab, arrows between them. */
export function ServerCards({ kind, cents, choose, children }: ServerCardsProps) {
  return (
    <RadioGroup className="server-cards" name="server" aria-labelledby="first-title" value={kind} onValueChange={(next) => choose(next)}>
      {servers(cents).map((server) => (
        <div key={server.kind} className="server-card" data-chosen={server.kind === kind}>
          <Radio.Root value={server.kind} className="server-choice" data-testid={`server-${server.kind}`}>
            <span className="server-dot" aria-hidden="true" />
            <strong>{server.name}</strong>
            <span className="server-words">{server.about}</span>
          </Radio.Root>
          {server.kind === kind && children !== null && <div className="server-inner" onKeyDown={keepMoves}>{children}</div>}
        </div>
      ))}
    </RadioGroup>
  )
}
