import type { NoiseReduction } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'

interface ServerNoiseProps {
  readonly noiseReduction: NoiseReduction
  readonly save: Save
}

const reductions = (): readonly { readonly value: NoiseReduction; readonly words: string }[] => [
  { value: 'off', words: say('common.off') },
  { value: 'near_field', words: say('settings.server-noise-near') },
  { value: 'far_field', words: say('settings.server-noise-far') },
]

/** Behind what this computer does about noise. */
export function ServerNoise({ noiseReduction, save }: ServerNoiseProps) {
  return (
    <ChoiceField
      name="noise-reduction"
      label={say('settings.server-noise')}
      hint={say('settings.server-noise-about')}
      value={noiseReduction}
      choices={reductions()}
      otherWords={String}
      save={(next) => save({ noiseReduction: next })}
    />
  )
}
