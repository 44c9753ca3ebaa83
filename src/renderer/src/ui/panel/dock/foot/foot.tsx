import type { DeviceLists } from '../../../../../../shared/audio/sound-settings'
import type { Levels } from '../../../../../../shared/audio/levels'
import type { AssistantApi } from '../../../../../../shared/ipc/apis/assistant-api'
import type { AssistantView } from '../../../../../../shared/view'
import { say } from '../../../../../../shared/words/say'
import { Switch } from '../../../parts/controls/switch'
import { MicrophoneMenu } from './microphone-menu'
import './foot.css'

interface FootProps {
  readonly view: AssistantView
  readonly devices: DeviceLists
  readonly levels: Levels
  readonly assistant: Pick<AssistantApi, 'changeSettings' | 'previewMicrophone' | 'setMode'>
}

/** Who hears, and whether it listens all the time. */
export function Foot({ view, devices, levels, assistant }: FootProps) {
  return (
    <div className="dock-foot">
      <MicrophoneMenu view={view} devices={devices} levels={levels} assistant={assistant} />
      <label className="hands-free">
        {say('common.hands-free')}
        <Switch name="hands-free" size="small" on={view.mode === 'hands-free'} disabled={view.switching} turn={(on) => assistant.setMode(on ? 'hands-free' : 'hold')} />
      </label>
    </div>
  )
}
