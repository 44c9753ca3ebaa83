import { useState } from 'react'
import { type Settings, ZOOM_STEPS } from '../../../../shared/settings'
import { Segments } from '../parts/segments'
import { ChoiceField } from './choice-field'
import { Group } from './group'
import type { Save } from './save'

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
  const [problem, setProblem] = useState<string | null>(null)
  const keep = async (patch: Parameters<Save>[0]) => setProblem(await save(patch))
  return (
    <>
      <Group label="Colours" problem={problem}>
        <Segments name="theme" label="Colours" value={settings.theme} segments={THEMES} choose={(theme) => void keep({ theme })} />
      </Group>
      <ChoiceField
        name="zoom"
        label="Size"
        hint="Of everything, in all windows. Ctrl and + or − do the same."
        value={settings.zoom}
        choices={ZOOM_STEPS.map((zoom) => ({ value: zoom, words: percent(zoom) }))}
        otherWords={percent}
        save={(zoom) => save({ zoom })}
      />
      <Group label="Floating indicator" hint="A small window over all others that shows the state and the last words. Drag it where you like; it never takes the keyboard.">
        <Segments name="indicator" label="Floating indicator" value={settings.indicator} segments={INDICATORS} choose={(indicator) => void keep({ indicator })} />
      </Group>
    </>
  )
}

const percent = (zoom: number): string => `${String(Math.round(zoom * 100))} %`
