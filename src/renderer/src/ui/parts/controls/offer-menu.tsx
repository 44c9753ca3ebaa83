import { Menu as Base } from '@base-ui/react/menu'
import { say } from '../../../../../shared/words/say'
import type { OfferRow } from '../../../words/offer-words'
import type { FieldIds } from './field'
import { Icon } from '../icon'
import { useLayerHost } from '../layers/use-layer-host'
import './popup.css'
import './select.css'
import './offer-menu.css'

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
}

const OWN = ''

/** One of some, each with a line of what it is; last, something that is not among them. */
export function OfferMenu({ name, label, shown, value, offers, own, choose, chooseOwn, ...ids }: OfferMenuProps) {
  const host = useLayerHost()
  return (
    <Base.Root modal={false}>
      <Base.Trigger className="select" data-testid={`offers-${name}`} aria-label={say('common.chosen', { label, value: shown })} {...ids}>
        <bdi className="select-value">{shown}</bdi>
        <Icon name="chevron-down" />
      </Base.Trigger>
      <Base.Portal container={host}>
        <Base.Positioner className="popup-layer" sideOffset={4} align="end" collisionPadding={6}>
          <Base.Popup className="popup popup-list offer-list" aria-label={label}>
            <Base.RadioGroup value={offers.some(({ id }) => id === value) ? value : OWN} onValueChange={(next: unknown) => (next === OWN ? chooseOwn() : choose(String(next)))}>
              {offers.map((each) => (
                <Base.RadioItem key={each.id} value={each.id} className="popup-row offer-row" closeOnClick data-testid={`offer-${each.id}`}>
                  <span>
                    <bdi>{each.name}</bdi>
                    <small>{each.line}</small>
                  </span>
                  <Base.RadioItemIndicator className="popup-tick"><Icon name="check" /></Base.RadioItemIndicator>
                </Base.RadioItem>
              ))}
              <Base.RadioItem value={OWN} className="popup-row offer-row offer-own" closeOnClick data-testid={`offer-own-${name}`}>
                <span>{own}</span>
                <Base.RadioItemIndicator className="popup-tick"><Icon name="check" /></Base.RadioItemIndicator>
              </Base.RadioItem>
            </Base.RadioGroup>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
