import { useCallback, useState } from 'react'
import type { DockLook } from './dock-look'

interface Writing {
  readonly writing: boolean
  /** The field has the focus, or a letter. */
  readonly touch: () => void
  /** What was written is sent. */
  readonly settle: () => void
}

/** Whether somebody writes in what is Parley's turn: they have touched the field in it, or left words there. */
export function useWriting(look: DockLook, draft: string): Writing {
  const [touched, setTouched] = useState(false)
  const [before, setBefore] = useState(look)
  if (before !== look) {
    setBefore(look)
    setTouched(false)
  }
  const touch = useCallback(() => setTouched(true), [])
  const settle = useCallback(() => setTouched(false), [])
  return { writing: touched || draft !== '', touch, settle }
}
