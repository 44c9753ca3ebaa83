import { noticeWords } from '../../../../shared/errors/error-words'
import type { Notice } from '../../../../shared/errors/notice'
import { say } from '../../../../shared/words/say'
import { Button, IconButton } from './controls/button'
import { CURED_IN_SETTINGS, type OpenSettings } from './cured-in-settings'
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
      {notice !== null && (
        <div className="notice" key={notice.id} data-testid="notice" data-tag={notice.tag}>
          <p>{noticeWords(notice)}</p>
          {openSettings !== undefined && CURED_IN_SETTINGS.has(notice.tag) && (
            <Button look="plain" onClick={() => openSettings(CURED_IN_SETTINGS.get(notice.tag))}>{say('common.settings')}</Button>
          )}
          <IconButton icon="close" label={say('common.dismiss')} onClick={() => dismiss(notice.id)} data-testid="dismiss-notice" />
        </div>
      )}
    </div>
  )
}
