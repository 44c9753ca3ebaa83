import { useState } from 'react'
import { LIST_PX } from '../../../../shared/settings/history'
import type { HistoryPage } from '../../state/history/history-page'
import { useStore } from '../../store/use-store'

export interface ListWidth {
  readonly px: number
  /** While it is dragged. */
  readonly show: (px: number) => void
  /** Remembered, too. */
  readonly keep: (px: number) => void
}

const within = (px: number): number => Math.round(Math.min(LIST_PX.most, Math.max(LIST_PX.least, px)))

/** How wide the list is: as the person left it, or as it is dragged to now. */
export function useListWidth({ overview, ask, records }: HistoryPage): ListWidth {
  const kept = useStore(overview.overview)?.listPx ?? LIST_PX.usual
  const [dragged, setDragged] = useState<number | null>(null)
  return {
    px: dragged ?? kept,
    show: (px) => setDragged(within(px)),
    keep: (px) => {
      setDragged(within(px))
      void ask(records.keep({ historyListPx: within(px) }))
    },
  }
}
