import type { AssistantView, TurnPhase } from '../../../shared/view'
import { connectionView } from '../../talk/core/connection/projection'
import type { Talk } from '../../talk/talk-types'

type TalkFacts = ReturnType<Talk['facts']>

/** In hands-free no turn of ours runs: what is happening is read from the loudspeaker and the server. */
function phaseOf({ turnPhase, handsFree, playing, responding, acting }: TalkFacts): TurnPhase {
  if (!handsFree.on || turnPhase !== 'idle') return turnPhase
  if (playing) return 'speaking'
  if (responding) return 'thinking'
  if (acting) return 'acting'
  return handsFree.hearing ? 'listening' : 'idle'
}

/** What is happening just now. */
export const talkPhase = (talk: Pick<Talk, 'facts'>): TurnPhase => phaseOf(talk.facts())

/** What the view shows of the running talk. */
export function talkView(parts: TalkFacts & { readonly undoMs: number | null }): Pick<AssistantView, 'phase' | 'mode' | 'switching' | 'muted' | 'hearing' | 'undoMs' | 'connection' | 'waitingMs'> {
  const { on, switching, muted, hearing } = parts.handsFree
  return {
    phase: phaseOf(parts),
    mode: on ? 'hands-free' : 'hold',
    switching,
    muted,
    hearing,
    undoMs: on ? null : parts.undoMs,
    connection: connectionView(parts.connection),
    waitingMs: parts.waitingMs,
  }
}
