import type { KnownServer } from '../../providers/core/known-server'
import { samplesToMs } from '../../../shared/audio/audio-format'
import { type ItemId, itemId } from '../../../shared/ids'
import type { AudioPort, Timers, TraceSink } from '../../platform/ports'
import { type ClientEvent, createSystemText, deleteItem, truncateItem } from '../core/realtime/client-event'
import { AudioOutput } from './audio-output'
import type { AudioTap } from '../extension'
import type { PostTalkFact } from '../facts'
import type { ConversationStore } from '../conversation/conversation-store'

export interface PlaybackParts {
  readonly port: AudioPort
  readonly send: (event: ClientEvent) => void
  readonly server: () => KnownServer
  readonly mint: () => string
  readonly conversation: ConversationStore
  readonly trace: TraceSink
  readonly tap: Pick<Required<AudioTap>, 'played'>
  readonly timers: Timers
  readonly post: PostTalkFact
}

const INTERRUPTED = 'The person interrupted your last answer.'
const NOTHING_HEARD = `${INTERRUPTED} Nothing of it was heard.`

/** The audio output with its consequences: over WebSocket it is the client that tells the server what was heard. */
export function createAudioOutput(parts: PlaybackParts): AudioOutput {
  const { trace, post } = parts
  const changed = () => post({ type: 'stateChanged' })
  return new AudioOutput(parts.port, {
    started: (item) => {
      trace.mark('playbackStarted', { item })
      changed()
    },
    drained: (item, heardSamples, underruns, again) => {
      trace.mark('playbackDrained', { item, heardSamples, underruns })
      post({ type: 'itemHeard', item, samples: again ? 0 : heardSamples, unheard: 0 }) // its sound was kept at its first end
      changed()
    },
    finished: (turn) => post({ type: 'turn', input: { type: 'playbackDrained', turn } }),
    cut: (item, heardSamples, receivedSamples) => {
      if (parts.conversation.isNative(item)) tellServer(parts, item, samplesToMs(heardSamples))
      trace.mark('cut', { item, heardSamples, receivedSamples, audioEndMs: samplesToMs(heardSamples) })
      parts.conversation.apply(
        heardSamples === 0 ? { type: 'local.unheard', item } : { type: 'local.truncated', item, heardSamples, receivedSamples },
      )
      post({ type: 'itemHeard', item, samples: heardSamples, unheard: receivedSamples - heardSamples })
      if (parts.conversation.isNative(item)) tellInWords(parts, item)
      // A session that was only told of this item in words can cut no sound of it: its words are set right.
      if (!parts.conversation.isNative(item)) for (const event of parts.conversation.corrections()) parts.send(event)
    },
    played: (item, pcm) => parts.tap.played(item, pcm),
    began: changed,
    silent: (renderedAfterStop) => {
      trace.mark('playbackStopped', { renderedAfterStop })
      changed()
    },
  }, parts.timers)
}

/** A server that cannot cut its answer believes that all of it was heard. */
function tellInWords({ server, send, conversation, mint }: PlaybackParts, item: ItemId): void {
  const { truncate } = server().profile.barge
  if (truncate !== 'none' && truncate !== 'silent') return
  const said = conversation.current.items.find(({ id }) => id === item)
  const heard = said === undefined ? '' : said.text.slice(0, said.heardChars ?? said.text.length)
  send(createSystemText(itemId(mint()), heard === '' ? NOTHING_HEARD : `${INTERRUPTED} Only this of it was heard: "${heard}"`))
}

/** An item of which nothing was heard is taken back whole; a truncation to zero is not what the API means. */
function tellServer({ send }: PlaybackParts, item: ItemId, audioEndMs: number): void {
  send(audioEndMs === 0 ? deleteItem(item) : truncateItem(item, audioEndMs))
}
