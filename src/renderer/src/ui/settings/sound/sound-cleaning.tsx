import type { MicrophoneSettings, NoiseReduction } from '../../../../../shared/audio/sound-settings'
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

const REDUCTIONS: readonly { readonly value: NoiseReduction; readonly words: string }[] = [
  { value: 'off', words: 'Off' },
  { value: 'near_field', words: 'For a headset, close to the mouth' },
  { value: 'far_field', words: 'For a microphone across the room' },
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
          <SwitchField name="echo-cancellation" label="Take out the echo of the answer" checked={microphone.echoCancellation} save={(echoCancellation) => keep({ echoCancellation })} />
          <SwitchField name="noise-suppression" label="Take out steady noise" checked={microphone.noiseSuppression} save={(noiseSuppression) => keep({ noiseSuppression })} />
          <SwitchField name="gain-control" label="Even out loud and quiet speech" checked={microphone.gainControl} save={(gainControl) => keep({ gainControl })} />
        </>
      )}
      <ChoiceField
        name="noise-reduction"
        label="Noise reduction on the server"
        hint="Not every server does it; Practice does not."
        value={noiseReduction}
        choices={REDUCTIONS}
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

const SIDES = [' (left)', ' (right)']

const channelWords = (channel: Channel): string => (channel === 'mix' ? 'All of them, mixed' : `Channel ${String(channel)}${SIDES[channel - 1] ?? ''}`)

function ChannelField({ channel, channels, save }: ChannelFieldProps) {
  const choices: readonly Channel[] = ['mix', ...Array.from({ length: channels }, (_, at) => at + 1)]
  return (
    <ChoiceField
      name="channel"
      label="Input channel"
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
  if (channel > channels) return 'The microphone in use has no such channel; all of them are mixed.'
  return 'A single channel is sent as it comes, without echo, noise or gain control.'
}
