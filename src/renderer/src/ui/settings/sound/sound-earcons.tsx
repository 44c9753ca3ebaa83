import type { Settings } from '../../../../../shared/settings'
import type { SoundMoment } from '../../../../../shared/audio/sound-settings'
import { say } from '../../../../../shared/words/say'
import { type Key } from '../../../../../shared/words/keys'
import { percent } from '../../../words/amount-words'
import { RangeField } from '../fields/range-field'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'

const MOMENTS = [
  ['start', 'settings.earcon-start'],
  ['stop', 'settings.earcon-stop'],
  ['answer', 'settings.earcon-answer'],
  ['mode', 'settings.earcon-mode'],
  ['error', 'settings.earcon-error'],
] as const satisfies readonly (readonly [SoundMoment, Key])[]

/** The moments that have a sound, and how loud it is. */
export function SoundEarcons({ settings, save }: { readonly settings: Settings; readonly save: Save }) {
  const { earcons, earconsAt } = settings
  return (
    <>
      <SwitchField name="earcons" label={say('settings.earcons')} checked={earcons} save={(on) => save({ earcons: on })} />
      {earcons && (
        <>
          {MOMENTS.map(([moment, key]) => (
            <SwitchField key={moment} name={`earcon-${moment}`} label={say(key)} checked={earconsAt[moment]} save={(on) => save({ earconsAt: { [moment]: on } })} />
          ))}
          <RangeField
            name="earcon-volume"
            label={say('settings.earcon-volume')}
            hint={say('settings.earcon-volume-about')}
            value={settings.earconVolume}
            min={0}
            max={1}
            step={0.05}
            words={percent}
            save={(earconVolume) => save({ earconVolume })}
          />
        </>
      )}
    </>
  )
}
