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
  if (possible === false) return <p className="field-hint">This system does not let Parley lower the sound of other programs while it listens.</p>
  return (
    <SwitchField
      name="lower-others"
      label="Lower the sound of other programs while listening"
      hint="Each one gets its own volume back when you let go."
      checked={on}
      save={(lowerOthers) => save({ lowerOthers })}
    />
  )
}
