import { type Settings, ZOOM_STEPS } from '../../../../shared/settings'
import { percent } from '../../words/amount-words'
import { ChoiceField } from './fields/choice-field'
import type { Save } from './fields/save'
import { SegmentField } from './fields/segment-field'

interface LookFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

const THEMES = [
  { value: 'system', words: 'As the system' },
  { value: 'light', words: 'Light' },
  { value: 'dark', words: 'Dark' },
] as const

const INDICATORS = [
  { value: 'off', words: 'Never' },
  { value: 'while-talking', words: 'While something happens' },
  { value: 'always', words: 'Always' },
] as const

export function LookFields({ settings, save }: LookFieldsProps) {
  return (
    <>
      <SegmentField name="theme" label="Colours" value={settings.theme} segments={THEMES} save={(theme) => save({ theme })} />
      <ChoiceField
        name="zoom"
        label="Size"
        hint="Of everything, in all windows. Ctrl and + or − do the same."
        value={settings.zoom}
        choices={ZOOM_STEPS.map((zoom) => ({ value: zoom, words: percent(zoom) }))}
        otherWords={percent}
        save={(zoom) => save({ zoom })}
      />
      <SegmentField
        name="indicator"
        label="Floating indicator"
        hint="A small window over all others that shows the state and the last words. Drag it where you like; it never takes the keyboard. It also comes when a tool asks you while you work elsewhere."
        value={settings.indicator}
        segments={INDICATORS}
        save={(indicator) => save({ indicator })}
      />
    </>
  )
}
