import { Radio } from '@base-ui/react/radio'
import { RadioGroup } from '@base-ui/react/radio-group'
import type { Endpoint } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import './server-cards.css'

export type ServerKind = Endpoint['kind']

const SERVERS = [
  { kind: 'practice', name: 'first-run.server-echo', about: 'first-run.server-echo-about' },
  { kind: 'openai', name: 'common.open-ai', about: 'first-run.server-open-ai' },
  { kind: 'custom', name: 'first-run.server-custom', about: 'first-run.server-custom-about' },
] as const satisfies readonly { readonly kind: ServerKind; readonly name: Key; readonly about: Key }[]

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
          <strong>{say(server.name)}</strong>
          <span className="server-words">{say(server.about)}</span>
        </Radio.Root>
      ))}
    </RadioGroup>
  )
}
