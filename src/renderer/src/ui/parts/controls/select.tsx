import { Select as Base } from '@base-ui/react/select'
import type { FieldIds } from './field'
import { Icon } from '../icon'
import { useLayerHost } from '../layers/use-layer-host'
import './popup.css'
import './select.css'

export interface Choice {
  readonly value: string
  readonly words: string
  /** Shown, but not to be had now. */
  readonly disabled?: boolean
}

interface SelectProps extends Partial<FieldIds> {
  readonly name: string
  readonly value: string
  readonly choices: readonly Choice[]
  readonly disabled?: boolean
  readonly choose: (value: string) => void
}

/** One of a few. Inside a Field it takes the field's ids. */
export function Select({ name, value, choices, disabled = false, choose, ...ids }: SelectProps) {
  const chosen = (next: string | null) => {
    if (next !== null && next !== value) choose(next)
  }
  const host = useLayerHost()
  return (
    <Base.Root
      modal={false}
      name={name}
      value={value}
      disabled={disabled}
      items={choices.map((each) => ({ value: each.value, label: each.words }))}
      onValueChange={chosen}
    >
      <Base.Trigger className="select" data-testid={`select-${name}`} {...ids}>
        <Base.Value className="select-value" />
        <Base.Icon><Icon name="chevron-down" /></Base.Icon>
      </Base.Trigger>
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} alignItemWithTrigger={false}>
          <Base.Popup className="popup select-popup">
            <Base.List className="popup-list">
              {choices.map((each) => (
                <Base.Item key={each.value} value={each.value} disabled={each.disabled ?? false} className="popup-row select-row">
                  <Base.ItemIndicator className="select-mark"><Icon name="check" /></Base.ItemIndicator>
                  <Base.ItemText className="select-words">{each.words}</Base.ItemText>
                </Base.Item>
              ))}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
