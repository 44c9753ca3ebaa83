import { type ReasoningEffort, REASONING_EFFORTS, type Settings } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { ChoiceField } from '../fields/choice-field'
import type { Save } from '../fields/save'
import { SwitchField } from '../fields/switch-field'

interface AnswerFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

const LENGTHS = [null, 512, 1_024, 2_048, 4_096] as const

const lengthWords = (tokens: number | null): string => (tokens === null ? say('settings.length-no-limit') : say('settings.length-tokens', { tokens }))
const effortWords = (effort: ReasoningEffort): string => say(`settings.effort-${effort}`)

/** How long an answer may be, and how long it is thought about. */
export function AnswerFields({ settings, save }: AnswerFieldsProps) {
  return (
    <>
      <SwitchField
        name="captions-only"
        label={say('settings.captions-only')}
        hint={say('settings.captions-only-about')}
        checked={settings.captionsOnly}
        save={(captionsOnly) => save({ captionsOnly })}
      />
      <ChoiceField
        name="length"
        label={say('settings.length')}
        hint={say('settings.length-about')}
        value={settings.maxOutputTokens}
        choices={LENGTHS.map((value) => ({ value, words: lengthWords(value) }))}
        otherWords={lengthWords}
        save={(maxOutputTokens) => save({ maxOutputTokens })}
      />
      <ChoiceField
        name="effort"
        label={say('settings.effort')}
        hint={say('settings.effort-about')}
        value={settings.reasoningEffort}
        choices={REASONING_EFFORTS.map((value) => ({ value, words: effortWords(value) }))}
        otherWords={effortWords}
        save={(reasoningEffort) => save({ reasoningEffort })}
      />
    </>
  )
}
