import { say } from '../../../../../shared/words/say'
import { percent } from '../../../words/amount-words'
import { RangeField } from '../fields/range-field'
import type { Save } from '../fields/save'

/** How loud answers are; the system's own volume comes on top. */
export function AnswerVolume({ volume, save }: { readonly volume: number; readonly save: Save }) {
  return (
    <RangeField
      name="answer-volume"
      label={say('settings.answer-volume')}
      value={volume}
      min={0}
      max={1}
      step={0.05}
      words={percent}
      save={(answerVolume) => save({ answerVolume })}
    />
  )
}
