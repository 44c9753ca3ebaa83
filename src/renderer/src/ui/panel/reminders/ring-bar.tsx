import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { RingingReminder } from '../../../../../shared/reminders'
import { say } from '../../../../../shared/words/say'
import { reminderTime, reminderTitle } from '../../../words/reminder-words'
import { Button } from '../../parts/controls/button'
import './ring-bar.css'

interface RingBarProps {
  readonly ringing: readonly RingingReminder[]
  readonly assistant: Pick<AssistantApi, 'reminderDone' | 'reminderAgain'>
}

/** Timers and reminders whose time has come, until somebody says so. The live region is always there, so that they are read out. */
export function RingBar({ ringing, assistant }: RingBarProps) {
  return (
    <div role="alert" className="ring-region">
      {ringing.map((each) => (
        <div key={each.id} className="ring-bar" data-testid="ring-bar">
          <div className="ring-words">
            <p className="ring-title"><bdi>{reminderTitle(each)}</bdi></p>
            <p className="ring-time">{reminderTime(each)}</p>
          </div>
          <Button onClick={() => assistant.reminderAgain(each.id)} data-testid="ring-again">{say('panel.snooze')}</Button>
          <Button onClick={() => assistant.reminderDone(each.id)} data-testid="ring-done">{say('common.done')}</Button>
        </div>
      ))}
    </div>
  )
}
