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
