import { NumberField as Base } from '@base-ui/react/number-field'
import type { FieldIds } from '../settings/field'
import './number-field.css'

interface NumberFieldProps extends Partial<FieldIds> {
  readonly name: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly step: number
  readonly unit: string
  readonly disabled?: boolean
  /** When it is left, or after a step. */
  readonly settle: (value: number) => void
}

/** A number with its unit; arrows step it. */
export function NumberField({ name, value, min, max, step, unit, disabled = false, settle, id, ...notes }: NumberFieldProps) {
  return (
    <Base.Root
      className="number-field"
      name={name}
      defaultValue={value}
      key={value}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      {...(id !== undefined && { id })}
      onValueCommitted={(next) => next !== null && next !== value && settle(next)}
    >
      <Base.Group className="number-group">
        <Base.Decrement className="number-step">−</Base.Decrement>
        <Base.Input className="number-input" data-testid={`number-${name}`} {...notes} />
        <Base.Increment className="number-step">+</Base.Increment>
      </Base.Group>
      <span className="number-unit">{unit}</span>
    </Base.Root>
  )
}
