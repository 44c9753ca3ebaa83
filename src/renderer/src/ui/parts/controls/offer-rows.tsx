import { Menu as Base } from '@base-ui/react/menu'
import type { OfferRow } from '../../../words/offer-words'
import { Icon } from '../icon'
import './popup.css'
import './offer-menu.css'

interface OfferRowsProps {
  readonly name: string
  /** An id; another one is something that is not in the list. */
  readonly value: string
  readonly offers: readonly OfferRow[]
  readonly choose: (id: string) => void
  /** Left out: there is no last row for something that is not among them. */
  readonly own?: string
  readonly chooseOwn?: () => void
}

const OWN = ''

/** One of some, each with a line of what it is; last, something else. Stands in a menu. */
export function OfferRows({ name, value, offers, choose, own, chooseOwn }: OfferRowsProps) {
  return (
    <Base.RadioGroup value={offers.some(({ id }) => id === value) ? value : OWN} onValueChange={(next: unknown) => (next === OWN ? chooseOwn?.() : choose(String(next)))}>
      {offers.map((each) => (
        <Base.RadioItem key={each.id} value={each.id} className="popup-row offer-row" closeOnClick data-testid={`offer-${each.id}`}>
          <span>
            <bdi>{each.name}</bdi>
            {each.line !== '' && <small>{each.line}</small>}
          </span>
          <Base.RadioItemIndicator className="popup-tick"><Icon name="check" /></Base.RadioItemIndicator>
        </Base.RadioItem>
      ))}
      {own !== undefined && (
        <Base.RadioItem value={OWN} className="popup-row offer-row offer-own" closeOnClick data-testid={`offer-own-${name}`}>
          <span>{own}</span>
          <Base.RadioItemIndicator className="popup-tick"><Icon name="check" /></Base.RadioItemIndicator>
        </Base.RadioItem>
      )}
    </Base.RadioGroup>
  )
}
