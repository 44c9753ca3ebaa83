import type { Settings } from '../../../../../shared/settings'
import type { SoundMoment } from '../../../../../shared/audio/sound-settings'
import { percent } from '../../../words/amount-words'
import { RangeField } from '../fields/range-field'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'
import './sound-earcons.css'

const MOMENTS: readonly (readonly [SoundMoment, string])[] = [
  ['start', 'A tick when listening starts'],
  ['stop', 'When what you said is sent'],
  ['answer', 'When the answer begins'],
  ['mode', 'When the way of talking changes, or a long turn nears its end'],
  ['error', 'When something goes wrong'],
]

/** The moments that have a sound, and how loud it is. */
export function SoundEarcons({ settings, save }: { readonly settings: Settings; readonly save: Save }) {
  const { earcons, earconsAt } = settings
  return (
    <>
      <SwitchField name="earcons" label="Short sounds" checked={earcons} save={(on) => save({ earcons: on })} />
      {earcons && (
        <div className="sound-moments" role="group" aria-label="Short sounds">
          {MOMENTS.map(([moment, words]) => (
            <SwitchField key={moment} name={`earcon-${moment}`} label={words} checked={earconsAt[moment]} save={(on) => save({ earconsAt: { [moment]: on } })} />
          ))}
          <RangeField
            name="earcon-volume"
            label="How loud they are"
            hint="On top of the volume of the system."
            value={settings.earconVolume}
            min={0}
            max={1}
            step={0.05}
            words={percent}
            save={(earconVolume) => save({ earconVolume })}
          />
        </div>
      )}
    </>
  )
}
