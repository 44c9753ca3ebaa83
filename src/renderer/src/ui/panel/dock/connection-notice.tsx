import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { canRetry, statusWordsOf } from '../../../words/status-words'
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
  const { title, detail } = statusWordsOf({ ...view, phase: 'idle' })
  const section = connection.state === 'failed' ? CURED_IN_SETTINGS.get(connection.reason) : undefined
  const broken = connection.state !== 'offline'
  return (
    <div className="notice" data-look={broken ? 'broken' : 'plain'} data-testid="connection-notice">
      <StatusMark status={broken ? 'failed' : 'offline'} />
      <p>{title}{detail !== '' && <small>{detail}</small>}</p>
      {section === undefined
        ? <Button onClick={retry} data-testid="retry">{say(connection.state === 'waiting' ? 'common.try-now' : 'common.try-again')}</Button>
        : <Button onClick={() => openSettings(section)} data-testid="cure">{say('common.open-settings')}</Button>}
    </div>
  )
}
