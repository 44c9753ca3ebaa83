import { Menu as Base } from '@base-ui/react/menu'
import { say } from '../../../../../shared/words/say'
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
  /** Each can be heard before it is chosen. */
  readonly listening?: Listening | undefined
}

export interface Listening {
  /** Its sentence is asked for, or played. */
  readonly heard: string | null
  readonly play: (id: string) => void
  readonly stop: () => void
}

const OWN = ''

/** One of some, each with a line of what it is; last, something else. Stands in a menu. */
export function OfferRows({ name, value, offers, choose, own, chooseOwn, listening }: OfferRowsProps) {
  return (
    <Base.RadioGroup value={offers.some(({ id }) => id === value) ? value : OWN} onValueChange={(next: unknown) => (next === OWN ? chooseOwn?.() : choose(String(next)))}>
      {offers.map((each) => (
        <div key={each.id} className="offer-pair">
          {listening !== undefined && <Listen offer={each} {...listening} />}
          <Base.RadioItem value={each.id} className="popup-row offer-row" closeOnClick data-testid={`offer-${each.id}`}>
            <span>
              <bdi>{each.name}</bdi>
              {each.line !== '' && <small>{each.line}</small>}
            </span>
            <Base.RadioItemIndicator className="popup-tick"><Icon name="check" /></Base.RadioItemIndicator>
          </Base.RadioItem>
        </div>
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

/** An entry of its own before that which chooses: a menu has no buttons within its entries. */
function Listen({ offer: { id, name }, heard, play, stop }: Listening & { readonly offer: OfferRow }) {
  const isHeard = heard === id
  return (
    <Base.Item
      className="popup-row offer-listen"
      closeOnClick={false}
      label=""
      data-testid={`listen-${id}`}
      data-heard={isHeard}
      aria-label={say(isHeard ? 'voices.stop' : 'voices.play', { name })}
      onClick={() => (isHeard ? stop() : play(id))}
    >
      <Icon name={isHeard ? 'pause' : 'play'} filled />
    </Base.Item>
  )
}
