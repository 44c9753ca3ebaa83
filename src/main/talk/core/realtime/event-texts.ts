import { firstCharacters } from '../../../../shared/text/characters'
import type { ItemId } from '../../../../shared/ids'
import type { ServerEvent, ServerItem } from './server-event'

/** It goes behind what there is of the item, takes the place of what came since it was last completed, or of all there is. */
export type TextPlace = 'adds' | 'completes' | 'replaces'

/** How much of a text is taken. */
export type TakeText = (item: ItemId, text: string, place: TextPlace) => string

/** The longest name of a function that means anything. */
const NAME_CHARS = 256

/** The event with as much of its texts as `take` leaves. */
export function withTexts(event: ServerEvent, take: TakeText): ServerEvent {
  switch (event.type) {
    case 'conversation.item.added':
    case 'conversation.item.done':
    case 'response.output_item.added':
    case 'response.output_item.done':
      return { ...event, item: itemWith(event.item, take) }
    case 'conversation.item.input_audio_transcription.delta':
    case 'response.output_audio_transcript.delta':
    case 'response.output_text.delta':
      return { ...event, delta: take(event.item, event.delta, 'adds') }
    case 'conversation.item.input_audio_transcription.updated':
    case 'conversation.item.input_audio_transcription.completed':
      return { ...event, transcript: take(event.item, event.transcript, 'replaces') }
    case 'response.output_audio_transcript.done': // several of one part add up
      return { ...event, transcript: take(event.item, event.transcript, 'completes') }
    case 'response.content_part.done':
    case 'response.output_text.done':
      return { ...event, text: take(event.item, event.text, 'completes') }
    case 'response.function_call_arguments.done':
      return { ...event, arguments: take(event.item, event.arguments, 'replaces') }
    default:
      return event
  }
}

function itemWith(item: ServerItem, take: TakeText): ServerItem {
  const whole = (text: string | null): string | null => (text === null ? null : take(item.id, text, 'replaces'))
  return { ...item, text: take(item.id, item.text, 'replaces'), name: item.name === null ? null : firstCharacters(item.name, NAME_CHARS), arguments: whole(item.arguments), output: whole(item.output) }
}

/** Events behind which there is an item, whether or not it was announced. */
const BEARING: ReadonlySet<ServerEvent['type']> = new Set<ServerEvent['type']>([
  'conversation.item.added',
  'conversation.item.done',
  'response.output_item.added',
  'response.output_item.done',
  'input_audio_buffer.committed',
  'conversation.item.input_audio_transcription.delta',
  'conversation.item.input_audio_transcription.completed',
  'response.output_audio_transcript.delta',
  'response.output_audio_transcript.done',
  'response.output_text.delta',
  'response.output_text.done',
  'response.content_part.done',
])

/** The item that is there after the event; null: the event makes none. */
export function itemBorn(event: ServerEvent): ItemId | null {
  if (!BEARING.has(event.type) || !('item' in event) || event.item === null) return null
  return typeof event.item === 'string' ? event.item : event.item.id
}
