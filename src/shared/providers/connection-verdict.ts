import type { Endpoint } from '../settings'
import { say } from '../words/say'
import type { Words } from '../words/words'
import type { ConnectionVerdict } from './verdict-name'

/** What was found, and what to do. Nobody but the provider knows the credit before something is asked for: a session may begin without any. */
export function verdictWords(verdict: ConnectionVerdict, { kind }: Pick<Endpoint, 'kind'>): Words {
  if (kind === 'openai' && verdict === 'ok') return say('verdicts.ok-openai')
  // Its name is ours and right.
  return say(`verdicts.${kind === 'openai' && verdict === 'no-host' ? 'offline' : verdict}`)
}
