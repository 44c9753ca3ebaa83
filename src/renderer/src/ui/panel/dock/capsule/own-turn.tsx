import type { Levels } from '../../../../../../shared/audio/levels'
import { say } from '../../../../../../shared/words/say'
import type { StatusWords } from '../../../../words/status-words'
import { LiveMark } from './live-mark'
import { useSecondsSince } from '../../../parts/use-seconds'
import './own-turn.css'

/** Shorter waits need no number. */
const WAIT_FROM_S = 3

/** Parley's turn: what it does, and for how long nothing has come of it. Read out by the state line, so only to be seen. */
export function OwnTurn({ words: { status, title }, levels }: { readonly words: StatusWords; readonly levels: Levels }) {
  const seconds = useSecondsSince(status === 'thinking')
  return (
    <p className="own-turn" aria-hidden="true" data-testid="own-turn">
      <LiveMark status={status} levels={levels} />
      <span className="own-words">{title}</span>
      {status === 'thinking' && seconds >= WAIT_FROM_S && <span className="own-time">{say('panel.wait', { seconds })}</span>}
    </p>
  )
}
