import { FASTEST, SLOWEST } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { percent } from '../../../words/amount-words'
import { RangeField } from '../fields/range-field'
import type { Save } from '../fields/save'

/** How fast the server's voice speaks. */
export function SpeedField({ speed, save }: { readonly speed: number; readonly save: Save }) {
  return (
    <RangeField
      name="speed"
      label={say('settings.speed')}
      hint={say('settings.speed-about')}
      value={speed}
      min={SLOWEST}
      max={FASTEST}
      step={0.05}
      words={percent}
      save={(next) => save({ speed: next })}
    />
  )
}
