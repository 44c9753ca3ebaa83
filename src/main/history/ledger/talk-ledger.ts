import { AudioLedger } from './audio-ledger'
import { hostOf } from '../../providers/endpoint-target'
import type { TalkLoopParts } from '../../talk/talk-loop-types'

/** The ledger of this talk: what of the microphone went where. */
export const talkLedger = (parts: TalkLoopParts): AudioLedger =>
  new AudioLedger({
    save: parts.saveStretch,
    mint: parts.mint,
    host: () => hostOf(parts.settings().endpoint),
    conversation: parts.conversationId,
    clock: parts.wallClock,
    timers: parts.timers,
  })
