import { turnId } from '../../../shared/ids'
import type { ConversationStore } from '../conversation/conversation-store'
import type { ConnectionRunner } from '../session/connection-runner'
import type { AudioUplink } from './audio-uplink'
import type { SpeechKeeper } from './speech-keeper'

/** What was said hands-free and has no answer, when there will be none. */
export interface SpokenStretch {
  /** Its session ends, or none came: it becomes a draft. */
  keep(): void
  /** The microphone fails in mid-sentence. A whole question that a living session has stays its own. */
  cutShort(): void
  /** Hands-free is over. What a session that lives has heard is its own; what none has heard is kept. */
  leave(): void
}

export interface SpokenStretchParts {
  readonly uplink: AudioUplink
  readonly drafts: SpeechKeeper
  readonly conversation: Pick<ConversationStore, 'withhold'>
  readonly connection: Pick<ConnectionRunner, 'isReady'>
}

export function spokenStretch({ uplink, drafts, conversation, connection }: SpokenStretchParts): SpokenStretch {
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
