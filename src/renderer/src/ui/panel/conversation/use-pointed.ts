import { type PointerEvent, useState } from 'react'

interface Pointed {
  /** The message under the mouse; null: none. */
  readonly pointed: string | null
  readonly pointing: { readonly onPointerOver: (event: PointerEvent) => void; readonly onPointerLeave: () => void }
}

export const itemIdOf = (target: EventTarget): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-item]')?.dataset['item'] ?? null) : null

/** One listener for the whole list, so that only the two messages that change are drawn again. */
export function usePointed(): Pointed {
  const [pointed, setPointed] = useState<string | null>(null)
  return { pointed, pointing: { onPointerOver: ({ target }) => setPointed(itemIdOf(target)), onPointerLeave: () => setPointed(null) } }
}
