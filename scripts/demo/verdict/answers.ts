import { BYTES_PER_SAMPLE } from '../../../src/shared/audio/audio-format'
import { numberIn, textIn, type Trace, type WireLine } from '../trace'

/** One spoken item of the server's. */
export interface Answer {
  /** As the server calls it. */
  readonly item: string
  /** When its first sound arrived. */
  readonly at: number
  /** How much of it arrived in all. */
  readonly samples: number
}

const AUDIO_DELTA = /^response\.(output_)?audio\.delta$/

/** The app's own id of an item, as its marks have it, by the name a server gave it. */
export const ownId = ({ marks }: Pick<Trace, 'marks'>, wire: string): unknown => marks.find((mark) => mark.name === 'named' && mark['wire'] === wire)?.['item'] ?? wire

/** The trace has the length of the audio in its place. */
export const bytesIn = (event: WireLine['event']): number => numberIn(event, 'bytes') ?? 0

/** Spoken items in the order in which they began. */
export function answersIn(wire: readonly WireLine[]): readonly Answer[] {
  const answers = new Map<string, Answer>()
  for (const { at, from, event } of wire) {
    if (from !== 'server' || !AUDIO_DELTA.test(event.type)) continue
    const item = textIn(event, 'item_id')
    const answer = answers.get(item) ?? { item, at, samples: 0 }
    answers.set(item, { ...answer, samples: answer.samples + bytesIn(event) / BYTES_PER_SAMPLE })
  }
  return [...answers.values()]
}
