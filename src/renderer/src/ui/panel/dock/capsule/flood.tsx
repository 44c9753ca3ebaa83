import type { Levels } from '../../../../../../shared/audio/levels'
import type { Status } from '../../../../../../shared/status'
import { say } from '../../../../../../shared/words/say'
import { Icon } from '../../../parts/icon'
import { LiveWave } from '../../../parts/wave/live-wave'
import { clockOf, useSecondsSince } from '../../../parts/use-seconds'
import { useInputLevel } from '../use-input-level'
import './flood.css'

interface FloodProps {
  readonly levels: Levels
  readonly status: Status
  readonly handsFree: boolean
  readonly discard: () => void
}

/** The microphone is open: since when, how loud, and the way back. Sending is the button behind it. */
export function Flood({ levels, status, handsFree, discard }: FloodProps) {
  const follow = useInputLevel(levels)
  const counts = status === 'listening' && !handsFree
  const seconds = useSecondsSince(counts)
  return (
    <>
      {counts && <span className="flood-time" aria-hidden="true">{clockOf(seconds)}</span>}
      {status === 'opening' ? <span className="flood-words" aria-hidden="true">{say('status.opening')}</span> : <LiveWave follow={follow} />}
      {!handsFree && (
        <button type="button" className="dock-button" aria-label={say('panel.discard')} title={say('common.key-esc')} onClick={discard} data-testid="discard">
          <Icon name="close" />
          <span className="dock-word">{say('panel.discard')}</span>
        </button>
      )}
    </>
  )
}
