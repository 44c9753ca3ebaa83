import type { BrowserWindow } from 'electron'
import type { CardPlace, CardPlaces } from '../tools/core/ports'
import type { IndicatorWindow } from './indicator-window'

/** Whether the windows that draw cards are on the screen. */
export function cardPlaces(panel: BrowserWindow, indicator: IndicatorWindow): CardPlaces {
  const isSeen: Readonly<Record<CardPlace, () => boolean>> = {
    panel: () => !panel.isDestroyed() && panel.isVisible() && !panel.isMinimized(),
    indicator: () => indicator.isSeen(),
  }
  return {
    isSeen: (place) => isSeen[place](),
    follow: (changed) => {
      panel.on('show', changed).on('hide', changed).on('minimize', changed).on('restore', changed)
      indicator.followSeen(changed)
    },
  }
}
