import { type FocusEvent, type KeyboardEvent, useState } from 'react'
import type { ConversationItem } from '../../../../../shared/conversation'
import type { Row } from './rows'
import type { MessageActions } from './use-message-actions'
import { itemIdOf } from './use-pointed'

interface ItemFocus {
  /** Where Tab comes to: the last one that had the focus, else the newest. */
  readonly active: string | null
  /** Whether it has the focus now, or something in it. */
  readonly focused: boolean
  readonly list: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
    readonly onFocus: (event: FocusEvent) => void
    readonly onBlur: (event: FocusEvent<HTMLElement>) => void
  }
}

const rows = (list: HTMLElement): readonly HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[data-item]')]

/** Arrows go from message to message; single letters act on the one that has the focus, and on nothing else. */
export function useItemFocus(items: readonly Row[], actions: MessageActions): ItemFocus {
  const [focused, setFocused] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const found = items.findIndex(({ id }) => id === chosen)
  const at = found === -1 ? items.length - 1 : found
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const item = items[at]?.item ?? null
    const to = target(event.key, at, items.length)
    const action = event.target instanceof HTMLButtonElement || item === null ? undefined : actionOf(event.key, item, actions)
    if (to === null && action === undefined) return
    event.preventDefault()
    // Before it is gone, the focus goes on to a neighbour.
    const next = to ?? (event.key === 'Delete' && item !== null ? (at + 1 < items.length ? at + 1 : at - 1) : null)
    if (next !== null) rows(event.currentTarget)[next]?.focus()
    action?.()
  }
  return {
    active: items[at]?.id ?? null,
    focused,
    list: {
      onKeyDown,
      onFocus: ({ target: to }) => {
        setChosen(itemIdOf(to))
        setFocused(true)
      },
      onBlur: ({ currentTarget, relatedTarget }) => setFocused(currentTarget.contains(relatedTarget)),
    },
  }
}

function target(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1)
    case 'ArrowUp':
      return Math.max(at - 1, 0)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

function actionOf(key: string, { id, status }: ConversationItem, actions: MessageActions): (() => void) | undefined {
  if (status === 'in-progress') return undefined
  switch (key.toLowerCase()) {
    case 'c':
      return () => actions.copy(id)
    case 'p':
      return () => actions.play(id)
    case 'r':
      return () => actions.again(id)
    case 'delete':
      return () => actions.remove(id)
    default:
      return undefined
  }
}
