import { useEffect } from 'react'

interface PageKeys {
  readonly search: () => void
  readonly undo: () => void
}

/** Keys that work wherever the focus is, unless something nearer took them first. */
export function usePageKeys({ search, undo }: PageKeys): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      const action = event.defaultPrevented || event.isComposing ? null : actionOf(event, { search, undo })
      if (action === null) return
      event.preventDefault()
      action()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [search, undo])
}

/** There Escape puts the toast away, which Base UI does not mark as done. */
const isInToast = (target: EventTarget | null): boolean => target instanceof Element && target.closest('.toasts') !== null

/** There the keys write, and Ctrl+Z takes back letters. */
const isEditing = (target: EventTarget | null): boolean => target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

function actionOf(event: KeyboardEvent, { search, undo }: PageKeys): (() => void) | null {
  const key = event.key.toLowerCase()
  const command = event.ctrlKey !== event.metaKey && !event.altKey && !event.shiftKey
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey
  if (key === 'escape' && bare) return isInToast(event.target) ? null : () => window.close()
  if (key === 'w' && command) return () => window.close()
  if (key === 'f' && command) return search
  if (isEditing(event.target)) return null
  if (key === '/' && bare) return search
  return key === 'z' && command ? undo : null
}
