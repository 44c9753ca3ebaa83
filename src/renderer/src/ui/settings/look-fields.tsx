import { type Settings, ZOOM_STEPS } from '../../../../shared/settings'
import { say } from '../../../../shared/words/say'
import { percent } from '../../words/amount-words'
import { ChoiceField } from './fields/choice-field'
import type { Save } from './fields/save'
import { SegmentField } from './fields/segment-field'
import { SwitchField } from './fields/switch-field'

interface LookFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

const themes = () => [
  { value: 'system', words: say('settings.theme-system') },
  { value: 'light', words: say('settings.theme-light') },
  { value: 'dark', words: say('settings.theme-dark') },
] as const

const indicators = () => [
  { value: 'while-talking', words: say('settings.indicator-while-talking') },
  { value: 'always', words: say('common.always') },
  { value: 'off', words: say('common.never') },
] as const

export function LookFields({ settings, save }: LookFieldsProps) {
  return (
    <>
      <SegmentField name="theme" label={say('settings.theme')} value={settings.theme} segments={themes()} save={(theme) => save({ theme })} />
      <ChoiceField
        name="zoom"
        label={say('settings.zoom')}
        hint={say('settings.zoom-about')}
        value={settings.zoom}
        choices={ZOOM_STEPS.map((zoom) => ({ value: zoom, words: percent(zoom) }))}
        otherWords={percent}
        save={(zoom) => save({ zoom })}
      />
      <SegmentField
        name="indicator"
        label={say('settings.indicator')}
        hint={say('settings.indicator-about')}
        value={settings.indicator}
        segments={indicators()}
        save={(indicator) => save({ indicator })}
      />
      <SwitchField name="keep-on-top" label={say('settings.keep-on-top')} hint={say('settings.keep-on-top-about')} checked={settings.keepOnTop} save={(keepOnTop) => save({ keepOnTop })} />
    </>
  )
}
