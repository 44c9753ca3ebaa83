import { errorParts } from '../../../../../shared/errors/error-words'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import type { Words } from '../../../../../shared/words/words'
import { canRetry } from '../../../words/status-words'
import { Button } from '../../parts/controls/button'
import { CURED_IN_SETTINGS, type OpenSettings } from '../../parts/cured-in-settings'
import { StatusMark } from '../../parts/mark/status-mark'

interface ConnectionNoticeProps {
  /** Its times counted down. */
  readonly view: AssistantView
  readonly retry: () => void
  readonly openSettings: OpenSettings
}

/** Why nobody answers, what happens next, and the one thing to do about it. The state line reads it out. */
export function ConnectionNotice({ view, retry, openSettings }: ConnectionNoticeProps) {
  const { connection } = view
  if (!canRetry(view)) return null
  const { happened, follows } = wordsOf(view)
  const section = connection.state === 'failed' ? CURED_IN_SETTINGS.get(connection.reason) : undefined
  const broken = connection.state !== 'offline'
  return (
    <div className="notice" data-look={broken ? 'broken' : 'plain'} data-testid="connection-notice">
      <StatusMark status={broken ? 'failed' : 'offline'} />
      <p>{happened} {follows !== '' && <small>{follows}</small>}</p>
      {section === undefined
        ? <Button onClick={retry} data-testid="retry">{say(connection.state === 'waiting' ? 'common.try-now' : 'common.try-again')}</Button>
        : <Button onClick={() => openSettings(section)} data-testid="cure">{say('common.open-settings')}</Button>}
    </div>
  )
}

/** Whoever is talked with is named in the header; here stands what is wrong, and what comes next. */
function wordsOf({ connection, settings: { endpoint } }: AssistantView): { readonly happened: Words; readonly follows: Words | '' } {
  switch (connection.state) {
    case 'failed':
      return errorParts({ tag: connection.reason, server: endpoint.kind === 'openai' ? 'openai' : 'other' })
    case 'waiting':
      return { happened: say('status.failed'), follows: say('state.retry-hint', { seconds: Math.max(1, Math.round(connection.delayMs / 1_000)) }) }
    default:
      return { happened: say('status.offline'), follows: '' }
  }
}
