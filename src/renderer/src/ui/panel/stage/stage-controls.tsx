import type { AssistantApi } from '../../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { canRetry } from '../../../words/status-words'
import { Button } from '../../parts/controls/button'
import { CURED_IN_SETTINGS, type OpenSettings } from '../../parts/cured-in-settings'
import { ModeSwitch } from './mode-switch'

interface StageControlsProps {
  readonly view: AssistantView
  readonly assistant: Pick<AssistantApi, 'retryConnection' | 'setMode'>
  readonly stop: () => void
  readonly openSettings: OpenSettings
  readonly cured: boolean
}

/** There is something to end. */
const isBusy = ({ phase, playingClip, connection }: AssistantView): boolean =>
  playingClip !== null || (phase !== 'idle' && !(phase === 'thinking' && connection.state === 'failed'))

/** How to talk, and at the other end the one thing that can be done about what is going on. */
export function StageControls({ view, assistant, stop, openSettings, cured }: StageControlsProps) {
  return (
    <div className="stage-controls">
      <ModeSwitch mode={view.mode} disabled={view.switching} choose={assistant.setMode} />
      {canRetry(view) && !cured && <Cures view={view} retry={() => assistant.retryConnection()} openSettings={openSettings} />}
      {isBusy(view) && <Button icon="stop" onClick={stop} data-testid="stop">{say('common.stop')}</Button>}
    </div>
  )
}

function Cures({ view: { connection }, retry, openSettings }: { readonly view: AssistantView; readonly retry: () => void; readonly openSettings: OpenSettings }) {
  const section = connection.state === 'failed' ? CURED_IN_SETTINGS.get(connection.reason) : undefined
  return (
    <div className="cures">
      {section !== undefined && <Button look="main" onClick={() => openSettings(section)}>{say('common.open-settings')}</Button>}
      <Button look={section === undefined ? 'main' : 'quiet'} onClick={retry} data-testid="retry">
        {say(connection.state === 'waiting' ? 'common.try-now' : 'common.try-again')}
      </Button>
    </div>
  )
}
