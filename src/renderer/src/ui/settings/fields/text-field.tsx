import { type KeyboardEvent, useId } from 'react'
import type { Check } from './checks'
import { Field } from '../../parts/controls/field'
import { useSavedEdit } from './use-saved-edit'

interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly placeholder?: string
  readonly suggestions?: readonly string[]
  readonly autoFocus?: boolean
  readonly check: Check
  readonly save: (text: string) => Promise<string | null>
}

/** One line, saved when it is left or on Enter. */
export function TextField({ name, label, hint, suggestions = [], check, save, value, ...input }: TextFieldProps) {
  const { text, problem, change, commit } = useSavedEdit({ value, check, save })
  const list = useId()
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) void commit()
  }
  return (
    <Field label={label} hint={hint} problem={problem}>
      {(ids) => (
        <>
          <input
            {...ids}
            {...input}
            type="text"
            name={name}
            value={text}
            list={suggestions.length > 0 ? list : undefined}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => change(event.target.value)}
            onBlur={() => void commit()}
            onKeyDown={onKeyDown}
          />
          {suggestions.length > 0 && (
            <datalist id={list}>{suggestions.map((each) => <option key={each} value={each} />)}</datalist>
          )}
        </>
      )}
    </Field>
  )
}
