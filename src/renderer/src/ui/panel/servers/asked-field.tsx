import type { AskedField } from '../../../../../shared/mcp/questions'
import { say } from '../../../../../shared/words/say'
import { CheckList } from '../../parts/controls/check-list'
import { Field, type FieldIds } from '../../parts/controls/field'
import { Select } from '../../parts/controls/select'
import { Switch } from '../../parts/controls/switch'
import type { TypedValue } from './question-answers'

interface AskedFieldRowProps {
  readonly field: AskedField
  readonly value: TypedValue | undefined
  /** Why it is not sent. */
  readonly problem: string | null
  readonly change: (value: TypedValue) => void
}

type Kind = AskedField['kind']

interface ControlProps extends Omit<AskedFieldRowProps, 'problem'> {
  readonly ids: FieldIds
}

const inputOf = (kind: Kind): 'text' | 'date' | 'datetime-local' => {
  if (kind.type !== 'text' || (kind.format !== 'date' && kind.format !== 'date-time')) return 'text'
  return kind.format === 'date' ? 'date' : 'datetime-local'
}

const modeOf = (kind: Kind): 'decimal' | 'email' | 'url' | 'text' => {
  if (kind.type === 'number') return 'decimal'
  if (kind.type !== 'text') return 'text'
  return kind.format === 'email' ? 'email' : kind.format === 'uri' ? 'url' : 'text'
}

/** One thing that a server asks for, in the control that fits it. */
export function AskedFieldRow({ field, value, problem, change }: AskedFieldRowProps) {
  const { title, description, required, kind } = field
  const shown = { label: required ? say('panel.answer-required', { title }) : title, hint: description === '' ? undefined : description, problem, beside: kind.type === 'yes-no', isGroup: kind.type === 'choices' }
  return <Field {...shown}>{(ids) => <Control field={field} value={value} change={change} ids={ids} />}</Field>
}

function Control({ field: { name, kind }, value, change, ids }: ControlProps) {
  const text = typeof value === 'string' ? value : ''
  const tested = `asked-${name}`
  switch (kind.type) {
    case 'yes-no':
      return <Switch {...ids} name={tested} on={value === true} turn={change} />
    case 'choice':
      return <Select {...ids} name={tested} value={text} choices={[{ value: '', words: say('panel.answer-none') }, ...kind.options.map((option) => ({ value: option.value, words: option.title }))]} choose={change} />
    case 'choices':
      return <CheckList ids={ids} name={tested} chosen={Array.isArray(value) ? (value as readonly string[]) : []} choices={kind.options.map((option) => ({ value: option.value, words: option.title }))} choose={change} />
    case 'number':
    case 'text':
      return <input {...ids} type={inputOf(kind)} inputMode={modeOf(kind)} value={text} maxLength={kind.type === 'text' ? kind.maxChars : undefined} autoComplete="off" onChange={(event) => change(event.target.value)} data-testid={tested} />
  }
}
