import { useEffect } from 'react'

/** Tells once what is painted: the second frame is drawn when the first is on the screen. A hidden window draws none. */
export function useCardShown(card: string | null, shown: (card: string) => void): void {
  useEffect(() => {
    if (card === null) return
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => shown(card))
    })
    return () => cancelAnimationFrame(frame)
  }, [card, shown])
}
