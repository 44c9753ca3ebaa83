import { Menu as Base } from '@base-ui/react/menu'
import { say } from '../../../../../shared/words/say'
import type { OfferRow } from '../../../words/offer-words'
import type { FieldIds } from './field'
import { Icon } from '../icon'
import { useLayerHost } from '../layers/use-layer-host'
import { type Listening, OfferRows } from './offer-rows'
import './popup.css'
import './select.css'

interface OfferMenuProps extends FieldIds {
  readonly name: string
  readonly label: string
  /** Of the chosen one, on the button. */
  readonly shown: string
  /** An id, or `own`: something that is not in the list. */
  readonly value: string
  readonly offers: readonly OfferRow[]
  readonly own: string
  readonly choose: (id: string) => void
  readonly chooseOwn: () => void
  readonly listening?: (Listening & { readonly foot: string }) | undefined
}

/** One of some, behind a button that shows which. */
export function OfferMenu({ name, label, shown, value, offers, own, choose, chooseOwn, listening, ...ids }: OfferMenuProps) {
  const host = useLayerHost()
  return (
    <Base.Root modal={false} onOpenChange={(open) => !open && listening?.stop()}>
      <Base.Trigger className="select" data-testid={`offers-${name}`} aria-label={say('common.chosen', { label, value: shown })} {...ids}>
        <bdi className="select-value">{shown}</bdi>
        <Icon name="chevron-down" />
      </Base.Trigger>
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} align="end" collisionPadding={6}>
          <Base.Popup className="popup popup-list offer-list" aria-label={label}>
            <OfferRows name={name} value={value} offers={offers} own={own} choose={choose} chooseOwn={chooseOwn} listening={listening} />
            {listening !== undefined && <div className="offer-foot">{listening.foot}</div>}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
