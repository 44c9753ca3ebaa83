import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { Endpoint } from '../../../../../shared/settings'
import './server-cards.css'

export type ServerKind = Endpoint['kind']

const SERVERS: readonly { readonly kind: ServerKind; readonly name: string; readonly words: string }[] = [
  { kind: 'practice', name: 'Practice', words: 'Answers with your own voice. Free, and nothing leaves this computer.' },
  { kind: 'openai', name: 'OpenAI', words: 'Real answers. Your voice goes to OpenAI, and your account there pays.' },
  { kind: 'custom', name: 'Another server', words: 'Any that speaks the Realtime protocol.' },
]

interface ServerCardsProps {
  readonly kind: ServerKind
  readonly choose: (kind: ServerKind) => void
}

/** Who answers. One stop for Tab, arrows between them. */
export function ServerCards({ kind, choose }: ServerCardsProps) {
  return (
    <RadioGroup className="server-cards" data-chosen={kind} name="server" aria-labelledby="first-title" value={kind} onValueChange={(next) => choose(next)}>
      {SERVERS.map((server) => (
        <Radio.Root key={server.kind} value={server.kind} className="server-card" data-testid={`server-${server.kind}`}>
          <span className="server-dot" aria-hidden="true" />
          <strong>{server.name}</strong>
          <span className="server-words">{server.words}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
