import { samplesToMs } from '../../../shared/audio-format'
import type { ItemId, TurnId } from '../../../shared/ids'
import type { AudioPort, Timers, TraceSink } from '../../platform/ports'
import { type ClientEvent, deleteItem, truncateItem } from '../core/realtime/client-event'
import { AudioDownlink } from './audio-downlink'
import type { AudioKeeper } from '../../history/recorder/audio-keeper'
import type { ConversationStore } from '../conversation/conversation-store'

export interface PlaybackParts {
  readonly port: AudioPort
  readonly send: (event: ClientEvent) => void
  readonly conversation: ConversationStore
  readonly trace: TraceSink
  readonly keeper: Pick<AudioKeeper, 'piece' | 'heard'>
  readonly timers: Timers
  /** Nothing of the turn is left to play. */
  readonly finished: (turn: TurnId) => void
  readonly changed: () => void
}

/** The downlink with its consequences: over WebSocket it is the client that tells the server what was heard. */
export function createDownlink(parts: PlaybackParts): AudioDownlink {
  const { trace } = parts
  return new AudioDownlink(parts.port, {
    started: (item) => {
      trace.mark('playbackStarted', { item })
      parts.changed()
    },
    drained: (item, heardSamples, underruns, again) => {
      trace.mark('playbackDrained', { item, heardSamples, underruns })
      parts.keeper.heard(item, again ? 0 : heardSamples) // its sound was kept at its first end
      parts.changed()
    },
    finished: parts.finished,
    cut: (item, heardSamples, receivedSamples) => {
      if (parts.conversation.isNative(item)) tellServer(parts, item, samplesToMs(heardSamples))
      trace.mark('cut', { item, heardSamples, receivedSamples, audioEndMs: samplesToMs(heardSamples) })
      parts.conversation.apply(
        heardSamples === 0 ? { type: 'local.unheard', item } : { type: 'local.truncated', item, heardSamples, receivedSamples },
      )
      parts.keeper.heard(item, heardSamples)
      // A session that was only told of this item in words can cut no sound of it: its words are set right.
      if (!parts.conversation.isNative(item)) for (const event of parts.conversation.corrections()) parts.send(event)
    },
    played: (item, pcm) => parts.keeper.piece(item, pcm),
    began: parts.changed,
    silent: (renderedAfterStop) => {
      trace.mark('playbackStopped', { renderedAfterStop })
      parts.changed()
    },
  }, parts.timers)
}

/** An item of which nothing was heard is taken back whole; a truncation to zero is not what the API means. */
function tellServer({ send }: PlaybackParts, item: ItemId, audioEndMs: number): void {
  send(audioEndMs === 0 ? deleteItem(item) : truncateItem(item, audioEndMs))
}
