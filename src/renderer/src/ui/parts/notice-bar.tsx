import { errorParts } from '../../../../shared/errors/error-words'
import type { Notice } from '../../../../shared/errors/notice'
import { say } from '../../../../shared/words/say'
import { Button, IconButton } from './controls/button'
import { CURED_IN_SETTINGS, type OpenSettings } from './cured-in-settings'
import { StatusMark } from './mark/status-mark'
import './notice-bar.css'

interface NoticeBarProps {
  readonly notice: Notice | null
  readonly dismiss: (id: number) => void
  /** Absent where the person already is in Settings. */
  readonly openSettings?: OpenSettings
}

/** The live region is always there: one that appears together with its words is not read out. */
export function NoticeBar({ notice, dismiss, openSettings }: NoticeBarProps) {
  return (
    <div role="status" aria-live="polite" className="notice-region">
      {notice !== null && <OpenNotice key={notice.id} notice={notice} dismiss={dismiss} openSettings={openSettings} />}
    </div>
  )
}

/** What happened, what follows, and the one thing to do about it: the cure where there is one, else to have read it. */
function OpenNotice({ notice, dismiss, openSettings }: { readonly notice: Notice; readonly dismiss: (id: number) => void; readonly openSettings: OpenSettings | undefined }) {
  const { happened, follows } = errorParts(notice)
  const cured = openSettings !== undefined && CURED_IN_SETTINGS.has(notice.tag)
  const cure = () => {
    dismiss(notice.id)
    openSettings?.(CURED_IN_SETTINGS.get(notice.tag))
  }
  return (
    <div className="notice" data-testid="notice" data-tag={notice.tag}>
      <StatusMark status="failed" />
      <p>{happened} <small>{follows}</small></p>
      {cured
        ? <Button onClick={cure} data-testid="cure-notice">{say('common.open-settings')}</Button>
        : <IconButton icon="close" label={say('common.dismiss')} onClick={() => dismiss(notice.id)} data-testid="dismiss-notice" />}
    </div>
  )
}
