import { Menu as Base } from '@base-ui/react/menu'
import type { ReactElement } from 'react'
import { Icon, type IconName } from '../icon'
import { useLayerHost } from '../layers/use-layer-host'
import './popup.css'

export interface MenuEntry {
  readonly words: string
  /** A second, softer line. */
  readonly more?: string
  readonly icon?: IconName
  readonly testId: string
  readonly disabled?: boolean
  readonly choose: () => void
}

interface MenuProps {
  /** The button that opens it. */
  readonly button: ReactElement
  readonly label: string
  readonly entries: readonly MenuEntry[]
}

/** A short list of actions behind a button. */
export function Menu({ button, label, entries }: MenuProps) {
  const host = useLayerHost()
  return (
    <Base.Root modal={false}>
      <Base.Trigger render={button} />
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} align="end" collisionPadding={6}>
          <Base.Popup className="popup popup-list" aria-label={label}>
            {entries.map((entry) => (
              <Base.Item key={entry.testId} className="popup-row" disabled={entry.disabled ?? false} onClick={entry.choose} data-testid={entry.testId}>
                {entry.icon !== undefined && <Icon name={entry.icon} />}
                <span>
                  {entry.words}
                  {entry.more !== undefined && <small>{entry.more}</small>}
                </span>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
