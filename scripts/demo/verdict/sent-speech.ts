import { BYTES_PER_SAMPLE, msToSamples } from '../../../src/shared/audio/audio-format'
import { bytesIn } from './answers'
import { numberIn, type WireEvent, type WireLine } from '../trace'

/** A stretch of the samples sent, counted from the first one sent in this run; `to` excluded. */
export interface SentTurn {
  readonly from: number
  readonly to: number
}

interface Buffered {
  /** Where the server's input buffer begins. */
  readonly start: number
  readonly position: number
  /** Where the running session's own clock began. */
  readonly origin: number
  /** Where the server's voice detection heard speech begin. */
  readonly onset: number | null
  readonly turns: readonly SentTurn[]
}

const NOTHING: Buffered = { start: 0, position: 0, origin: 0, onset: null, turns: [] }

/** What was sent for each turn, whoever ended it: the app with its commit, or the server's voice detection. */
export const sentTurns = (wire: readonly WireLine[]): readonly SentTurn[] => wire.reduce(after, NOTHING).turns

/** Samples that went on the wire in all. */
export const sentSamples = (wire: readonly WireLine[]): number => wire.reduce(after, NOTHING).position

/** PCM bytes that went to a server, be it as they were spoken or, of a question without words, in an item. */
export const sentBytes = (wire: readonly WireLine[]): number =>
  sentSamples(wire) * BYTES_PER_SAMPLE + wire.reduce((sum, { event }) => sum + toldBytes(event), 0)

function toldBytes(event: WireEvent): number {
  if (event.type !== 'conversation.item.create') return 0
  const { content = [] } = event['item'] as { readonly content?: readonly WireEvent[] }
  return content.reduce((sum, part) => sum + (numberIn(part, 'bytes') ?? 0), 0)
}

const heard = (event: WireEvent, origin: number, onset: number | null): SentTurn[] =>
  onset === null ? [] : [{ from: onset, to: origin + msToSamples(numberIn(event, 'audio_end_ms') ?? 0) }]

function after(buffered: Buffered, { event }: WireLine): Buffered {
  const { start, position, origin, onset, turns } = buffered
  switch (event.type) {
    case 'input_audio_buffer.append':
      return { ...buffered, position: position + bytesIn(event) / BYTES_PER_SAMPLE }
    case 'session.created': // knows nothing of what the one before it heard
      return { ...buffered, start: position, origin: position, onset: null }
    case 'input_audio_buffer.clear':
      return { ...buffered, start: position }
    case 'input_audio_buffer.commit':
      return { ...buffered, start: position, turns: [...turns, { from: start, to: position }] }
    case 'input_audio_buffer.speech_started':
      return { ...buffered, onset: origin + msToSamples(numberIn(event, 'audio_start_ms') ?? 0) }
    case 'input_audio_buffer.speech_stopped':
      return { ...buffered, onset: null, turns: [...turns, ...heard(event, origin, onset)] }
    default:
      return buffered
  }
}
