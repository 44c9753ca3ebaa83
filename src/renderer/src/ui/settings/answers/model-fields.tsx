import { MAX_INSTRUCTION_CHARS, MAX_NAME_CHARS, type Settings } from '../../../../../shared/settings'
import { say } from '../../../../../shared/words/say'
import { modelHint, modelRows } from '../../../words/offer-words'
import { Field } from '../../parts/controls/field'
import { all, atMost, needed } from '../fields/checks'
import { OfferField } from '../fields/offer-field'
import type { Save } from '../fields/save'
import { offersFor } from './offers-for'
import { useSavedEdit } from '../fields/use-saved-edit'

interface OwnFieldProps {
  readonly settings: Settings
  readonly save: Save
}

export function ModelField({ settings: { endpoint, model }, save }: OwnFieldProps) {
  return (
    <OfferField
      name="model"
      label={say('settings.model')}
      hint={modelHint(endpoint, model)}
      value={model}
      offers={modelRows(offersFor(endpoint).models)}
      ownLabel={say('settings.model-custom')}
      check={all(needed('settings.needs-model'), atMost(MAX_NAME_CHARS))}
      save={(next) => save({ model: next })}
    />
  )
}

export function InstructionsField({ value, save }: { readonly value: string; readonly save: Save }) {
  const { text, problem, change, commit } = useSavedEdit({ value, check: atMost(MAX_INSTRUCTION_CHARS), save: (instructions) => save({ instructions }) })
  return (
    <Field label={say('settings.instructions')} hint={say('settings.instructions-about')} problem={problem}>
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
