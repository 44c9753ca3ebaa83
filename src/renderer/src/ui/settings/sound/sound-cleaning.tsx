import type { MicrophoneSettings } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'

interface SoundCleaningProps {
  readonly microphone: MicrophoneSettings
  readonly save: Save
}

/** What this computer does with the sound before it is sent. */
export function SoundCleaning({ microphone, save }: SoundCleaningProps) {
  const keep = (change: Partial<MicrophoneSettings>) => save({ microphone: change })
  return (
    <>
      <SwitchField name="echo-cancellation" label={say('settings.echo-cancellation')} hint={say('settings.echo-cancellation-about')} checked={microphone.echoCancellation} save={(echoCancellation) => keep({ echoCancellation })} />
      <SwitchField name="noise-suppression" label={say('settings.noise-suppression')} hint={say('settings.noise-suppression-about')} checked={microphone.noiseSuppression} save={(noiseSuppression) => keep({ noiseSuppression })} />
      <SwitchField name="gain-control" label={say('settings.gain')} hint={say('settings.gain-about')} checked={microphone.gainControl} save={(gainControl) => keep({ gainControl })} />
    </>
  )
}
