import { useEffect } from 'react'
import type { AssistantView } from '../../../../../shared/view'
import { Button } from '../../parts/controls/button'
import './undo-bar.css'

interface UndoBarProps {
  readonly view: AssistantView
  readonly undo: () => void
  /** Ctrl+Z belongs to what is being typed. */
  readonly typing: boolean
}

/** What was said and discarded can be sent after all, for a moment. The live region is always there, so that it is read out. */
export function UndoBar({ view: { undoMs }, undo, typing }: UndoBarProps) {
  const offered = undoMs !== null
  useUndoKey(offered && !typing, undo)
  return (
    <div role="status" aria-live="polite" className="undo-region">
      {offered && (
        <div className="undo-bar" data-testid="undo-bar">
          <p>Discarded</p>
          <Button onClick={() => undo()} title="Ctrl+Z" data-testid="undo-cancel">Undo</Button>
        </div>
      )}
    </div>
  )
}

function useUndoKey(on: boolean, undo: () => void): void {
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
