import { type RefObject, useEffect } from 'react'

/** The panel's own shortcuts, and Space, which talks. */
const TAKEN = new Set([' ', '/', '?'])
/** Where letters are commands, or go elsewhere. */
const OWN_USE_OF_LETTERS = 'input, textarea, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"], [data-testid="conversation"]'

const isLetter = ({ key, ctrlKey, altKey, metaKey, isComposing }: KeyboardEvent): boolean =>
  key.length === 1 && !TAKEN.has(key) && !ctrlKey && !altKey && !metaKey && !isComposing

/** A letter that nothing else takes goes into the field, this one too: the browser types into what has the focus by then. */
export function useTypedAway(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isLetter(event)) return
      if (event.target instanceof Element && event.target.closest(OWN_USE_OF_LETTERS) !== null) return
      field.current?.focus()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [field])
}
