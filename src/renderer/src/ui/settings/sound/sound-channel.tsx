import type { MicrophoneSettings } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'

interface SoundChannelProps {
  readonly microphone: MicrophoneSettings
  /** Of the microphone in use. */
  readonly channels: number
  readonly save: Save
}

/** Nothing to choose where there is one. */
export function SoundChannel({ microphone: { channel }, channels, save }: SoundChannelProps) {
  return channels > 1 || channel !== 'mix' ? <ChannelField channel={channel} channels={channels} save={(next) => save({ microphone: { channel: next } })} /> : null
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
