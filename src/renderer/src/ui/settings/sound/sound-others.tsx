import { say } from '../../../../../shared/words/say'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'

interface SoundOthersProps {
  readonly on: boolean
  /** Null: not known yet. */
  readonly possible: boolean | null
  readonly save: Save
}

/** Other programs, more quietly while somebody speaks. */
export function SoundOthers({ on, possible, save }: SoundOthersProps) {
  if (possible === false) return <p className="field-hint">{say('settings.lower-others-never')}</p>
  return (
    <SwitchField
      name="lower-others"
      label={say('settings.lower-others')}
      hint={say('settings.lower-others-about')}
      checked={on}
      save={(lowerOthers) => save({ lowerOthers })}
    />
  )
}
