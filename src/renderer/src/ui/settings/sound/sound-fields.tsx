import type { SettingsApi } from '../../../../../shared/ipc/apis/settings-api'
import type { DeviceLists } from '../../../../../shared/audio/sound-settings'
import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { DeviceField } from '../fields/device-field'
import { inUse } from '../fields/device-order'
import type { Save } from '../fields/save'
import { More } from '../../parts/more'
import { Card } from '../page/card'
import { AnswerVolume } from './answer-volume'
import { ServerNoise } from './server-noise'
import { SoundChannel } from './sound-channel'
import { SoundCleaning } from './sound-cleaning'
import { SoundEarcons } from './sound-earcons'
import { SoundOthers } from './sound-others'
import { SoundReady } from './sound-ready'
import { SoundPreview } from './sound-preview'

interface SoundFieldsProps {
  readonly view: AssistantView
  readonly preferences: Pick<SettingsApi, 'previewMicrophone' | 'onLoudness'>
  readonly save: Save
  readonly devices: DeviceLists
}

export function SoundFields({ view, preferences, save, devices }: SoundFieldsProps) {
  const { settings } = view
  const { microphone, speaker } = settings
  const channels = inUse(microphone, devices.microphones, devices.systemMicrophone)?.channels ?? 1
  return (
    <>
      <Card>
        <DeviceField
          name="microphone"
          label={say('settings.microphone')}
          preference={microphone}
          devices={devices.microphones}
          system={devices.systemMicrophone}
          save={(device) => save({ microphone: { device } })}
        />
        <SoundPreview preview={view.microphonePreview} preferences={preferences} />
        <DeviceField
          name="speaker"
          label={say('settings.speaker')}
          preference={speaker}
          devices={devices.speakers}
          system={devices.systemSpeaker}
          save={(device) => save({ speaker: { device } })}
        />
        <AnswerVolume volume={settings.answerVolume} save={save} />
      </Card>
      {microphone.channel === 'mix' && <Card title={say('settings.clean')}><SoundCleaning microphone={microphone} save={save} /></Card>}
      <Card title={say('settings.earcons')}><SoundEarcons settings={settings} save={save} /></Card>
      <More title={say('settings.advanced')} testId="advanced-audio">
        <Card>
          <SoundReady keepReady={settings.keepReady} save={save} />
          <SoundChannel microphone={microphone} channels={channels} save={save} />
          <ServerNoise noiseReduction={settings.noiseReduction} save={save} />
          <SoundOthers on={settings.lowerOthers} possible={view.canLowerOthers} save={save} />
        </Card>
      </More>
    </>
  )
}
