import { useState } from 'react'
import type { ItemList } from '../../state/panel/item-list'
import type { AssistantView } from '../../../../shared/view'

/** Whether an answer has been heard to its end since this screen came. */
export function useHeardAnswer({ phase }: Pick<AssistantView, 'phase'>, items: ItemList): boolean {
  const [before] = useState(() => new Set(items.order))
  if (phase !== 'idle') return false
  return items.order.some((id) => !before.has(id) && isHeardAnswer(items, id))
}

function isHeardAnswer({ byId }: ItemList, id: ItemList['order'][number]): boolean {
  const item = byId.get(id)
  return item?.role === 'assistant' && item.status !== 'in-progress' && item.status !== 'failed'
}
