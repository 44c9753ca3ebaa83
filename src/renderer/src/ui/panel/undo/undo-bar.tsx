import type { AssistantView } from '../../../../../shared/view'
import { say } from '../../../../../shared/words/say'
import { Button } from '../../parts/controls/button'
import { useUndoKey } from './use-undo-key'
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
    <div role="status" aria-live="polite">
      {offered && (
        <div className="undo-bar" data-testid="undo-bar">
          <p>{say('panel.discarded')}</p>
          <Button look="plain" onClick={() => undo()} title={say('common.key-undo')} data-testid="undo-cancel">{say('common.undo')}</Button>
        </div>
      )}
    </div>
  )
}
