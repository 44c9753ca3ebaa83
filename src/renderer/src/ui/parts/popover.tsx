import { Popover as Base } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import { useLayerHost } from './use-layer-host'
import './popup.css'
import './popover.css'

interface PopoverProps {
  /** The button that opens it. */
  readonly button: ReactElement
  readonly title: string
  readonly children: ReactNode
}

/** More about one thing, beside it. */
export function Popover({ button, title, children }: PopoverProps) {
  const host = useLayerHost()
  return (
    <Base.Root>
      <Base.Trigger render={button} />
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} collisionPadding={6}>
          <Base.Popup className="popup popover">
            <Base.Title className="popover-title">{title}</Base.Title>
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
