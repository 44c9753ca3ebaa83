import { textIn, type ItemRecord } from '../../../src/main/practice/items/conversation'
import type { OutOfBandRequest } from '../../../src/main/practice/session/observer'
import type { ResponseStatus, WireItem, WireResponse, WireUsage } from '../../../src/main/practice/session/wire'

/** A response outside the conversation that a client asked for. */
export interface OutOfBandNote {
  /** `null` when nothing was begun. */
  responseId: string | null
  readonly metadata: unknown
  readonly instructions: string
  /** The texts of the items it was given; of the whole conversation where it got no `input`. */
  readonly inputTexts: readonly string[]
  outcome: ResponseStatus | 'refused' | 'silent'
  text: string
  usage: WireUsage | null
}

export const noteAsked = ({ outcome, responseId, metadata, instructions, read }: OutOfBandRequest): OutOfBandNote => ({
  responseId,
  metadata,
  instructions,
  inputTexts: read.map((record: ItemRecord) => textIn(record)),
  outcome,
  text: '',
  usage: null,
})

const wordsIn = ({ content = [] }: WireItem): string => content.map(({ text, transcript }) => text ?? transcript ?? '').join('')

export const noteEnded = (note: OutOfBandNote, { status, output, usage }: WireResponse): void => {
  Object.assign(note, { outcome: status, text: output.map(wordsIn).join(''), usage })
}
