import { useEffect, useRef } from 'react'
import type { ApprovalCard } from '../../../../../shared/tools/view'
import { every } from '../../../time/page-timers'
import './hold-ring.css'

type Held = Pick<ApprovalCard, 'heldMs' | 'holdMs'>

const STEP_MS = 33
/** With less motion it goes on in four steps a second. */
const CALM_STEP_MS = 250

const stepMs = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_STEP_MS : STEP_MS)

interface HoldRingProps extends Held {
  /** It has been held for long enough. */
  readonly filled: () => void
}

/** Fills while it is held; main tells when that begins, and is the one who measures. Decoration: the button's words say the same. */
export function HoldRing({ heldMs, holdMs, filled }: HoldRingProps) {
  const ring = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const element = ring.current
    if (heldMs === null || element === null) return
    const begin = performance.now() - heldMs
    const draw = () => {
      const share = Math.min(1, (performance.now() - begin) / holdMs)
      element.style.setProperty('--held', String(share))
      if (share === 1) filled()
    }
    draw()
    const end = every(stepMs(), draw)
    return () => {
      end()
      element.style.removeProperty('--held')
    }
  }, [heldMs, holdMs, filled])
  return <span ref={ring} className="hold-ring" aria-hidden="true" data-holding={heldMs !== null} />
}
