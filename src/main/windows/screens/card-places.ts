import type { BrowserWindow } from 'electron'
import type { CardPlace, CardPlaces } from '../../tools/core/ports'
import type { IndicatorWindow } from '../pill/indicator-window'

/** Whether the windows that draw cards are on the screen. Whoever asks is there before the windows: until they are, no card is seen. */
export class SeenPlaces implements CardPlaces {
  private readonly seen = new Map<CardPlace, () => boolean>()
  private readonly followers: (() => void)[] = []

  readonly isSeen = (place: CardPlace): boolean => this.seen.get(place)?.() ?? false

  readonly follow = (changed: () => void): void => {
    this.followers.push(changed)
  }

  watch(panel: BrowserWindow, indicator: IndicatorWindow): void {
    const changed = () => this.followers.forEach((tell) => tell())
    this.seen.set('panel', () => !panel.isDestroyed() && panel.isVisible() && !panel.isMinimized())
    this.seen.set('indicator', () => indicator.isSeen())
    panel.on('show', changed).on('hide', changed).on('minimize', changed).on('restore', changed)
    indicator.followSeen(changed)
  }
}
