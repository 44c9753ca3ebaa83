import { useCallback, useState } from 'react'
import type { ApprovalCard } from '../../../../../shared/tools/view'

/** `full`: long enough; it counts as it is let go. */
export type Holding = 'no' | 'yes' | 'full'

/** How far the hand is on this card. */
export function useHeld({ heldMs }: Pick<ApprovalCard, 'heldMs'>): { readonly holding: Holding; readonly filled: () => void } {
  const isHeld = heldMs !== null
  const [full, setFull] = useState(false)
  const [before, setBefore] = useState(isHeld)
  if (before !== isHeld) {
    setBefore(isHeld)
    setFull(false)
  }
  const filled = useCallback(() => setFull(true), [])
  return { holding: !isHeld ? 'no' : full ? 'full' : 'yes', filled }
}
