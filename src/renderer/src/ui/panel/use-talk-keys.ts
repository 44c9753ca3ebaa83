import { useEffect } from 'react'
import type { Hold } from '../../state/panel/hold'

/** Elements that have a use of their own for Space. A radio button has none once it is chosen. */
const OWN_USE_OF_SPACE = 'button:not([data-talk]), input:not([type="radio"]), textarea, a, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]'

const takesSpace = (target: EventTarget | null): boolean => target instanceof Element && target.closest(OWN_USE_OF_SPACE) !== null

const hasModifier = ({ ctrlKey, altKey, metaKey, shiftKey }: KeyboardEvent): boolean => ctrlKey || altKey || metaKey || shiftKey

/** Space holds, wherever the focus is in this window; Escape cancels. */
export function useTalkKeys(hold: Hold, cancel: () => void): void {
  useEffect(() => {
    let chord = false // a chord whose modifiers go up first leaves a Space that repeats, and is none of ours
    const down = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.isComposing && !event.repeat) cancel() // a held key ends one thing, not all that comes behind it
      if (event.code !== 'Space') return
      chord ||= hasModifier(event)
      if (chord || takesSpace(event.target)) return
      event.preventDefault()
      if (!event.repeat) hold.begin('space')
    }
    const up = (event: KeyboardEvent) => {
      if (event.code !== 'Space') return
      chord = false
      if (!takesSpace(event.target)) event.preventDefault()
      hold.end('space')
    }
    window.addEventListener('keydown', down)
    window.addEventListener('keyup', up)
    return () => {
      window.removeEventListener('keydown', down)
      window.removeEventListener('keyup', up)
    }
  }, [hold, cancel])
}
