import { useEffect } from 'react'

/** The window has no menu, so its own shortcut for "put it away" is ours to keep. */
export function useHideKey(hide: () => void): void {
  useEffect(() => {
    const down = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'w' || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return
      event.preventDefault()
      hide()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [hide])
}
