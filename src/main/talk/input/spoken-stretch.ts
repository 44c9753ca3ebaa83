import { turnId } from '../../../shared/ids'
import type { TalkParts } from '../talk-hands'

/** What was said hands-free and has no answer, when there will be none. */
export interface SpokenStretch {
  /** Its session ends, or none came: it becomes a draft. */
  keep(): void
  /** The microphone fails in mid-sentence. A whole question that a living session has stays its own. */
  cutShort(): void
  /** Hands-free is over. What a session that lives has heard is its own; what none has heard is kept. */
  leave(): void
}

export function spokenStretch({ uplink, drafts, conversation, connection }: Pick<TalkParts, 'uplink' | 'drafts' | 'conversation' | 'connection'>): SpokenStretch {
  const keep = () => {
    const asked = uplink.again
    const item = asked?.item ?? null
    const kept = drafts.keep(turnId('stretch'), uplink.leaveStream(), item)
    // The session that heard it is gone: told to the next one, too, it would be said twice once the draft is sent.
    if (kept === 'kept' && item !== null) conversation.withhold(item)
  }
  return {
    keep,
    cutShort: () => !uplink.streamAsked && keep(),
    leave: () => (connection.isReady && !uplink.streamLost ? void uplink.leaveStream() : keep()),
  }
}
