import type { AskedField } from '../../../../../shared/mcp/servers'
import { Field } from '../../parts/controls/field'
import { Select } from '../../parts/controls/select'
import { Switch } from '../../parts/controls/switch'

interface AskedFieldRowProps {
  readonly field: AskedField
  readonly value: string | boolean | undefined
  readonly change: (value: string | boolean) => void
}

/** One thing that a server asks for, in the control that fits it. */
export function AskedFieldRow({ field: { name, title, description, required, kind }, value, change }: AskedFieldRowProps) {
  const label = required ? `${title} (needed)` : title
  const hint = description === '' ? undefined : description
  const text = typeof value === 'string' ? value : ''
  switch (kind.type) {
    case 'yes-no':
      return <Field label={label} hint={hint} beside>{(ids) => <Switch {...ids} name={`asked-${name}`} on={value === true} turn={change} />}</Field>
    case 'choice':
      return (
        <Field label={label} hint={hint}>
          {(ids) => <Select {...ids} name={`asked-${name}`} value={text} choices={[{ value: '', words: 'No choice' }, ...kind.options.map((option) => ({ value: option.value, words: option.title }))]} choose={change} />}
        </Field>
      )
    case 'number':
      return <Field label={label} hint={hint}>{(ids) => <input {...ids} type="text" inputMode="decimal" value={text} autoComplete="off" onChange={(event) => change(event.target.value)} data-testid={`asked-${name}`} />}</Field>
    case 'text':
      return <Field label={label} hint={hint}>{(ids) => <input {...ids} type="text" value={text} maxLength={kind.maxChars} autoComplete="off" onChange={(event) => change(event.target.value)} data-testid={`asked-${name}`} />}</Field>
  }
}
