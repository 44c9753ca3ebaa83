import { turnId } from '../../../shared/ids'
import type { ConversationStore } from '../conversation/conversation-store'
import type { ConnectionRunner } from '../session/connection-runner'
import type { AudioInput } from './audio-input'
import type { SpeechDrafts } from './speech-drafts'

/** What was said hands-free and has no answer, when there will be none. */
export interface SpokenSegment {
  /** Its session ends, or none came: it becomes a draft. */
  keep(): void
  /** The microphone fails in mid-sentence. A whole question that a living session has stays its own. */
  cutShort(): void
  /** Hands-free is over. What a session that lives has heard is its own; what none has heard is kept. */
  leave(): void
}

export interface SpokenSegmentParts {
  readonly audioInput: AudioInput
  readonly drafts: SpeechDrafts
  readonly conversation: Pick<ConversationStore, 'withhold'>
  readonly connection: Pick<ConnectionRunner, 'isReady'>
}

export function spokenSegment({ audioInput, drafts, conversation, connection }: SpokenSegmentParts): SpokenSegment {
  const keep = () => {
    const asked = audioInput.again
    const item = asked?.item ?? null
    const kept = drafts.keep(turnId('segment'), audioInput.leaveStream(), item)
    // The session that heard it is gone: told to the next one, too, it would be said twice once the draft is sent.
    if (kept === 'kept' && item !== null) conversation.withhold(item)
  }
  return {
    keep,
    cutShort: () => !audioInput.streamAsked && keep(),
    leave: () => (connection.isReady && !audioInput.streamLost ? void audioInput.leaveStream() : keep()),
  }
}
