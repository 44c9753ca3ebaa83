import type { AssistantParts } from '../../src/main/app/assistant-types'
import { FakeNotifications } from './fake-notifications'
import type { CardPlace, CardPlaces, HandOnPanel } from '../../src/main/tools/core/ports'

/** The windows that draw cards, and a hand on the panel, as a test moves them. */
export class FakeCards implements CardPlaces, HandOnPanel {
  /** Which windows are on the screen. */
  readonly seen = new Set<CardPlace>(['panel'])
  pressed: ReturnType<HandOnPanel['press']> = null
  private changed = (): void => undefined

  isSeen(place: CardPlace): boolean {
    return this.seen.has(place)
  }

  follow(changed: () => void): void {
    this.changed = changed
  }

  show(place: CardPlace, on: boolean): void {
    if (on) this.seen.add(place)
    else this.seen.delete(place)
    this.changed()
  }

  press(): ReturnType<HandOnPanel['press']> {
    return this.pressed
  }
}

/** No tools: tests that want some bring them. */
export function fakeCardParts(cards: FakeCards = new FakeCards()): Pick<AssistantParts, 'cardPlaces' | 'handOnPanel' | 'toolSources' | 'notifications' | 'uptime' | 'zone'> {
  return { cardPlaces: cards, handOnPanel: cards, toolSources: () => [], notifications: new FakeNotifications(), uptime: () => 0, zone: () => 'UTC' }
}
