import type { KeepReady } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'

interface SoundReadyProps {
  readonly keepReady: KeepReady
  readonly save: Save
}

const choices = (): readonly { readonly value: KeepReady; readonly words: string }[] => [
  { value: 'off', words: say('common.off') },
  { value: 'after-turn', words: say('settings.keep-ready-after') },
  { value: 'always', words: say('common.always') },
]

const HINTS = {
  off: 'settings.keep-ready-off-about',
  'after-turn': 'settings.keep-ready-after-about',
  always: 'settings.keep-ready-always-about',
} as const satisfies Readonly<Record<KeepReady, Key>>

/** Whether the microphone stays open between turns, and what the person will see of that. */
export function SoundReady({ keepReady, save }: SoundReadyProps) {
  return (
    <ChoiceField
      name="keep-ready"
      label={say('settings.keep-ready')}
      hint={say(HINTS[keepReady])}
      value={keepReady}
      choices={choices()}
      otherWords={String}
      save={(next) => save({ keepReady: next })}
    />
  )
}
