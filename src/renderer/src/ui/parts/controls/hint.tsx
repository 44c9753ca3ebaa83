import { Tooltip } from '@base-ui/react/tooltip'
import type { ReactElement } from 'react'
import './popup.css'
import './hint.css'

/** One bubble for all buttons of a page: five hundred messages with four buttons each need no two thousand of them. */
const bubble = Tooltip.createHandle<string>()

interface HintedProps {
  readonly hint: string
  /** Where the words can be seen anyway. */
  readonly off?: boolean
  readonly children: ReactElement
}

/** Shows its words at hover and at keyboard focus. They are also the name of what they explain, so they are not read twice. */
export function Hinted({ hint, off = false, children }: HintedProps) {
  return <Tooltip.Trigger handle={bubble} payload={hint} disabled={off} render={children} />
}

/** Once in each page; see parts/page.tsx. Escape closes it, and goes on to what the person meant by it: stop. */
export function HintBubble() {
  return (
    <Tooltip.Root handle={bubble} onOpenChange={(_open, details) => details.allowPropagation()}>
      {({ payload }) => (
        <Tooltip.Portal>
          <Tooltip.Positioner className="popup-layer" sideOffset={6} collisionPadding={6}>
            <Tooltip.Popup className="popup hint" aria-hidden="true">{payload}</Tooltip.Popup>
          </Tooltip.Positioner>
        </Tooltip.Portal>
      )}
    </Tooltip.Root>
  )
}
