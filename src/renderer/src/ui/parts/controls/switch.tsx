import { Switch as Base } from '@base-ui/react/switch'
import type { FieldIds } from './field'
import './switch.css'

interface SwitchProps extends Partial<FieldIds> {
  readonly name: string
  readonly on: boolean
  readonly disabled?: boolean
  readonly size?: 'normal' | 'small'
  readonly turn: (on: boolean) => void
}

/** On or off, at once. Its place tells which, not its colour alone. */
export function Switch({ name, on, disabled = false, size = 'normal', turn, ...ids }: SwitchProps) {
  return (
    <Base.Root className="switch" data-size={size} name={name} checked={on} disabled={disabled} onCheckedChange={(next) => turn(next)} data-testid={`switch-${name}`} {...ids}>
      <Base.Thumb className="switch-thumb" />
    </Base.Root>
  )
}
