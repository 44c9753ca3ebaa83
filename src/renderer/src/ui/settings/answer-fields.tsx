import { MAX_INSTRUCTION_CHARS, MAX_NAME_CHARS, type Settings } from '../../../../shared/settings'
import { offersOf } from '../../../../shared/providers/offers/find-offer'
import { say } from '../../../../shared/words/say'
import { all, atMost, needed } from './fields/checks'
import { Field } from '../parts/controls/field'
import type { Save } from './fields/save'
import { TextField } from './fields/text-field'
import { useSavedEdit } from './fields/use-saved-edit'

interface AnswerFieldsProps {
  readonly settings: Settings
  readonly save: Save
}

export function AnswerFields({ settings, save }: AnswerFieldsProps) {
  const { models, voices } = offersOf(settings.endpoint)
  return (
    <>
      <TextField
        name="model"
        label={say('settings.model')}
        value={settings.model}
        suggestions={models.map(({ id }) => id)}
        check={all(needed('settings.needs-model'), atMost(MAX_NAME_CHARS))}
        save={(model) => save({ model })}
      />
      <TextField
        name="voice"
        label={say('settings.voice')}
        value={settings.voice}
        suggestions={voices}
        check={all(needed('settings.needs-voice'), atMost(MAX_NAME_CHARS))}
        save={(voice) => save({ voice })}
      />
      <InstructionsField value={settings.instructions} save={save} />
    </>
  )
}

function InstructionsField({ value, save }: { readonly value: string; readonly save: Save }) {
  const { text, problem, change, commit } = useSavedEdit({ value, check: atMost(MAX_INSTRUCTION_CHARS), save: (instructions) => save({ instructions }) })
  return (
    <Field label={say('settings.instructions')} problem={problem}>
      {(ids) => (
        <textarea
          {...ids}
          name="instructions"
          rows={3}
          value={text}
          onChange={(event) => change(event.target.value)}
          onBlur={() => void commit()}
        />
      )}
    </Field>
  )
}
