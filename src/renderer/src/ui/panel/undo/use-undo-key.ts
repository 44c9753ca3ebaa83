import { useEffect } from 'react'

/** Ctrl+Z, on macOS Command+Z. */
export function useUndoKey(on: boolean, undo: () => void): void {
  useEffect(() => {
    if (!on) return
    const down = (event: KeyboardEvent) => {
      if (event.code !== 'KeyZ' || event.shiftKey || event.altKey || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      undo()
    }
    window.addEventListener('keydown', down)
    return () => window.removeEventListener('keydown', down)
  }, [on, undo])
}
