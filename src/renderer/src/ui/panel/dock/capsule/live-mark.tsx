import { useEffect, useRef } from 'react'
import type { Levels } from '../../../../../../shared/audio/levels'
import type { Status } from '../../../../../../shared/status'
import { followLoudness } from '../../../../state/panel/loudness'
import { StatusMark } from '../../../parts/mark/status-mark'

/** Fifteen a second; with less motion four steps. */
const STEP_MS = 67
const CALM_STEP_MS = 250

const stepMs = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? CALM_STEP_MS : STEP_MS)

/** The mark of the state; its bars are as high as what is said is loud. */
export function LiveMark({ status, levels }: { readonly status: Status; readonly levels: Levels }) {
  const box = useRef<HTMLSpanElement>(null)
  const speaks = status === 'speaking'
  useEffect(() => {
    const element = box.current
    if (!speaks || element === null) return
    const end = followLoudness(levels, stepMs(), ({ output }) => element.style.setProperty('--level', output.toFixed(2)))
    return () => {
      end()
      element.style.removeProperty('--level')
    }
  }, [levels, speaks])
  return <span ref={box}><StatusMark status={status} /></span>
}
