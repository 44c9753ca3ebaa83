import { msToSamples } from '../../../../shared/audio/audio-format'
import { firstCharacters, lastCharacters } from '../../../../shared/text/characters'
import type { ConversationItem, ToolCall } from '../../../../shared/conversation'
import { heardParts } from '../../../../shared/audio/heard'

/** A question whose words nobody knows, as we still have it. `lastPart`: base64 of its last samples, 24 kHz s16le. */
export interface HeldSpeech {
  readonly samples: number
  readonly lastPart: (samples: number) => string
}

/** An item with what only we have of it. */
export type RestorableItem = ConversationItem & { readonly speech?: HeldSpeech }

/** A second of a person's speech is 10 tokens (docs/wire-facts.md, Usage), and so is about this much text. */
const CHARS_PER_SECOND = 40
const SAMPLES_PER_CHAR = msToSamples(1_000) / CHARS_PER_SECOND
/** What an event may carry (15 MiB) holds nearly four minutes as base64. */
const MOST_RESTORED_SAMPLES = msToSamples(3 * 60_000)

/** Speech that must be told as it sounded, since there are no words: what of it fits into so many characters. Null: none. */
export function restoredSpeech(item: RestorableItem, limitChars: number = Number.POSITIVE_INFINITY): HeldSpeech | null {
  if (item.speech === undefined || saidText(item) !== '') return null
  const samples = Math.min(item.speech.samples, MOST_RESTORED_SAMPLES, Math.floor(limitChars * SAMPLES_PER_CHAR))
  return samples > 0 ? { samples, lastPart: item.speech.lastPart } : null
}

export const speechChars = ({ samples }: HeldSpeech): number => Math.ceil(samples / SAMPLES_PER_CHAR)

/** An image in a record of words. */
const IMAGE_WORDS = '[an image]'

/** What both sides can agree on having been said: nothing unfinished, nothing failed, and of an answer what was heard. */
export function saidText(item: ConversationItem): string {
  const { role, kind, status, text, images = [] } = item
  if (kind === 'tool' || status === 'failed' || status === 'in-progress') return ''
  return [...images.map(() => IMAGE_WORDS), (role === 'assistant' ? heardParts(item).heard : text).trim()].join(' ').trim()
}

export type AnsweredCall = ToolCall & { readonly output: string }

/** A call that was answered, and that a new session would take: one without an id, such as a wish for approval, it would not. */
export function answeredCall({ status, tool }: ConversationItem): AnsweredCall | null {
  if (tool === undefined || status === 'failed' || status === 'in-progress') return null
  const { output, callId, name } = tool
  return output === null || callId === '' || name === '' ? null : { ...tool, output }
}

/** A call without what it brought. */
export const calledSize = (call: AnsweredCall): number => call.name.length + call.arguments.length

/** Nothing where there is no room for a word. */
export const firstOf = (text: string, chars: number): string => (text.length <= chars ? text : chars < 2 ? '' : `${firstCharacters(text, chars - 1)}…`)

/** What is left of an output once its answer was given: enough to know that it was asked. */
const LINE_CHARS = 200

export const oneLine = (output: string): string => (output.length <= LINE_CHARS ? output : firstOf(output.replace(/\s+/g, ' ').trim(), LINE_CHARS))

const CUT_MARK = '… '
/** What is left of a word; where a script has no spaces there are none to be told apart. */
const HALF_WORD = /^\S{0,40}\s+/

/** The last `chars` characters at most, from the beginning of a word where there are words. */
export function lastWords(text: string, chars: number): string {
  if (text.length <= chars) return text
  if (chars <= CUT_MARK.length) return ''
  const rest = lastCharacters(text, chars - CUT_MARK.length)
  const atWord = /\s/.test(text.charAt(text.length - rest.length - 1))
  return CUT_MARK + (atWord ? rest : rest.replace(HALF_WORD, '')).trimStart()
}
