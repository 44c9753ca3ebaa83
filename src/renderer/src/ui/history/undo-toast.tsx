import { removalWords, type Undo, UNDO_MS } from '../../state/history/undo'
import { useWatched } from '../../state/history/use-watched'
import { Button } from '../parts/button'
import { focusList, nobodyHasFocus } from './focus'
import './undo-toast.css'

/** The live region is always there: one that appears together with its words is not read out. */
export function UndoToast({ undo }: { readonly undo: Undo }) {
  const removals = useWatched(undo.removals)
  const last = removals.at(-1)
  const bringBack = () => {
    undo.undo()
    requestAnimationFrame(() => nobodyHasFocus() && focusList())
  }
  return (
    <div role="status" aria-live="polite" className="toast-region">
      {last !== undefined && (
        <div className="toast" data-testid="toast">
          <p>{removalWords(last)}</p>
          {removals.length > 1 && <span className="toast-more">and {removals.length - 1} before</span>}
          <Button onClick={bringBack} title="Ctrl+Z" data-testid="undo">Undo</Button>
          <i key={removals.length} className="toast-time" style={{ animationDuration: `${String(UNDO_MS)}ms` }} />
        </div>
      )}
    </div>
  )
}
