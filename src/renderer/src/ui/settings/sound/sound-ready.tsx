import type { KeepReady } from '../../../../../shared/audio/sound-settings'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'

interface SoundReadyProps {
  readonly keepReady: KeepReady
  readonly save: Save
}

const CHOICES: readonly { readonly value: KeepReady; readonly words: string }[] = [
  { value: 'off', words: 'Off' },
  { value: 'after-turn', words: 'For 30 seconds after an answer' },
  { value: 'always', words: 'Always' },
]

const HINTS: Readonly<Record<KeepReady, string>> = {
  off: 'The microphone opens when you press the talk key. If your first words are cut off, choose another setting.',
  'after-turn': 'Your next question can begin a moment before you press the key. The system shows the microphone as in use for that time.',
  always: 'The system shows the microphone as in use all the time. Parley keeps only the last half second, in memory, and sends it only when you press the key.',
}

/** Whether the microphone stays open between turns, and what the person will see of that. */
export function SoundReady({ keepReady, save }: SoundReadyProps) {
  return (
    <ChoiceField
      name="keep-ready"
      label="Keep the microphone ready"
      hint={keepReady === 'off' ? HINTS.off : `${HINTS[keepReady]} This does not apply to Bluetooth microphones.`}
      value={keepReady}
      choices={CHOICES}
      otherWords={String}
      save={(next) => save({ keepReady: next })}
    />
  )
}
