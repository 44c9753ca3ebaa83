import { useEffect } from 'react'

/** What has a use of its own for Enter and Escape. */
const OWN_USE = 'button, input, textarea, a, [role="listbox"], [role="dialog"], [role="radio"], [role="combobox"]'

interface StepKeys {
  /** Null: nothing is done here yet that could be carried on from. */
  readonly forward: (() => void) | null
  readonly back: (() => void) | null
}

/** Enter carries on, Escape goes back, wherever nothing else wants them. */
export function useStepKeys({ forward, back }: StepKeys): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      const target = event.target instanceof Element ? event.target : null
      if (event.key === 'Enter' && target?.closest(OWN_USE) === null) forward?.()
      if (event.key === 'Escape' && target?.closest('[role="listbox"], [role="dialog"]') === null) back?.()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [forward, back])
}
