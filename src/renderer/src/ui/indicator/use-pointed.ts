import { useState } from 'react'

/** Whether the pointer is on it; main is told, which has the window's size. */
export function usePointed(tell: (pointed: boolean) => void) {
  const [pointed, setPointed] = useState(false)
  const now = (next: boolean) => {
    setPointed(next)
    tell(next)
  }
  return { pointed, onPointerEnter: () => now(true), onPointerLeave: () => now(false) }
}
