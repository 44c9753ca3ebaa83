import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'

/** What is wrong with the connection; null: nothing that the person has to know. A key that was never given is not broken. */
export function troubleWords({ connection, endpointName: server }: Pick<AssistantView, 'connection' | 'endpointName'>): string | null {
  const isWrong = connection.state === 'waiting' || (connection.state === 'failed' && connection.reason !== 'no-key')
  return isWrong ? say('state.no-connection', { server }) : null
}
