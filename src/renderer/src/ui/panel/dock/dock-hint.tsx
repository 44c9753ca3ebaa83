import { errorWords } from '../../../../../shared/errors/error-words'
import type { AppApi } from '../../../../../shared/ipc/app'
import type { AssistantView } from '../../../../../shared/view'
import type { StatusWords } from '../../../words/status-words'
import { Drawn } from '../../parts/drawn'
import { instructionOf } from './instructions'
import { useHintSeen } from './use-hint-seen'

interface DockHintProps {
  /** Its times counted down. */
  readonly view: AssistantView
  readonly words: StatusWords
  readonly assistant: Pick<AppApi, 'hintSeen'>
}

/** One line above the dock: a slip of the hand, what the state itself has to say, or an instruction while it is new. */
export function DockHint({ view, words, assistant }: DockHintProps) {
  const instruction = instructionOf(view)
  const news = newsOf(view, words)
  useHintSeen(view.slip === null && news === '' ? (instruction?.hint ?? null) : null, assistant.hintSeen)
  return (
    <>
      <div role="status" aria-live="polite">
        {view.slip !== null && <p className="dock-hint" key={view.slip.id} data-testid="slip">{errorWords(view.slip.tag)}</p>}
      </div>
      {view.slip === null && news !== '' && <p className="dock-hint" aria-hidden="true" data-testid="state-detail">{news}</p>}
      {view.slip === null && news === '' && instruction !== null && <p className="dock-hint" data-testid="instruction" data-hint={instruction.hint}><Drawn parts={instruction.parts} /></p>}
    </>
  )
}

/** The state line reads it out. */
function newsOf({ phase, turnEndsInMs }: AssistantView, { status, title, detail }: StatusWords): string {
  if (status === 'switching') return detail
  return phase === 'listening' && turnEndsInMs !== null ? title : ''
}
