import type { MicrophoneSettings, NoiseReduction } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'

interface SoundCleaningProps {
  readonly microphone: MicrophoneSettings
  readonly noiseReduction: NoiseReduction
  /** Of the microphone in use. */
  readonly channels: number
  readonly save: Save
}

const reductions = (): readonly { readonly value: NoiseReduction; readonly words: string }[] => [
  { value: 'off', words: say('common.off') },
  { value: 'near_field', words: say('settings.server-noise-near') },
  { value: 'far_field', words: say('settings.server-noise-far') },
]

/** What is done with the sound before it is sent, here and on the server. */
export function SoundCleaning({ microphone, noiseReduction, channels, save }: SoundCleaningProps) {
  const keep = (change: Partial<MicrophoneSettings>) => save({ microphone: change })
  const mixed = microphone.channel === 'mix'
  return (
    <>
      {(channels > 1 || !mixed) && <ChannelField channel={microphone.channel} channels={channels} save={(channel) => keep({ channel })} />}
      {mixed && (
        <>
          <SwitchField name="echo-cancellation" label={say('settings.echo-cancellation')} checked={microphone.echoCancellation} save={(echoCancellation) => keep({ echoCancellation })} />
          <SwitchField name="noise-suppression" label={say('settings.noise-suppression')} checked={microphone.noiseSuppression} save={(noiseSuppression) => keep({ noiseSuppression })} />
          <SwitchField name="gain-control" label={say('settings.gain')} checked={microphone.gainControl} save={(gainControl) => keep({ gainControl })} />
        </>
      )}
      <ChoiceField
        name="noise-reduction"
        label={say('settings.server-noise')}
        hint={say('settings.server-noise-about')}
        value={noiseReduction}
        choices={reductions()}
        otherWords={String}
        save={(next) => save({ noiseReduction: next })}
      />
    </>
  )
}

type Channel = MicrophoneSettings['channel']

interface ChannelFieldProps {
  readonly channel: Channel
  readonly channels: number
  readonly save: (channel: Channel) => Promise<string | null>
}

function channelWords(channel: Channel): string {
  if (channel === 'mix') return say('settings.channel-mix')
  return say(channel === 1 ? 'settings.channel-left' : channel === 2 ? 'settings.channel-right' : 'settings.channel-number', { number: channel })
}

function ChannelField({ channel, channels, save }: ChannelFieldProps) {
  const choices: readonly Channel[] = ['mix', ...Array.from({ length: channels }, (_, at) => at + 1)]
  return (
    <ChoiceField
      name="channel"
      label={say('settings.channel')}
      hint={channelHint(channel, channels)}
      value={channel}
      choices={choices.map((value) => ({ value, words: channelWords(value) }))}
      otherWords={channelWords}
      save={save}
    />
  )
}

function channelHint(channel: Channel, channels: number): string | undefined {
  if (channel === 'mix') return undefined
  if (channel > channels) return say('settings.channel-missing')
  return say('settings.channel-single')
}
