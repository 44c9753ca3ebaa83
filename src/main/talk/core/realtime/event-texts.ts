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
    case 'response.function_call_arguments.done':
      return { ...event, arguments: take(event.item, event.arguments, 'replaces') }
    case 'response.output_audio.delta': // sound, and not kept
      return event
    default:
      return ofItsShape(event, take)
  }
}

/** So that the words of none can be forgotten. Several whole ones in one answer add up; outside of one, they are all there is. */
function ofItsShape(event: Exclude<ServerEvent, { readonly item: ServerItem }>, take: TakeText): ServerEvent {
  if (!('item' in event) || event.item === null) return event
  const whole = 'response' in event ? 'completes' : 'replaces'
  if ('delta' in event) return { ...event, delta: take(event.item, event.delta, 'adds') }
  if ('transcript' in event) return { ...event, transcript: take(event.item, event.transcript, whole) }
  if ('text' in event) return { ...event, text: take(event.item, event.text, whole) }
  return event
}

function itemWith(item: ServerItem, take: TakeText): ServerItem {
  const whole = (text: string | null): string | null => (text === null ? null : take(item.id, text, 'replaces'))
  return { ...item, text: take(item.id, item.text, 'replaces'), name: item.name === null ? null : firstCharacters(item.name, NAME_CHARS), arguments: whole(item.arguments), output: whole(item.output) }
}

/** Events that mention an item, or bring its sound, and put none there. */
const BARREN: ReadonlySet<ServerEvent['type']> = new Set<ServerEvent['type']>([
  'conversation.item.truncated',
  'conversation.item.deleted',
  'conversation.item.input_audio_transcription.updated',
  'conversation.item.input_audio_transcription.failed',
  'input_audio_buffer.speech_started',
  'input_audio_buffer.speech_stopped',
  'input_audio_buffer.timeout_triggered',
  'response.output_audio.delta',
  'response.output_audio.done',
  'response.content_part.added',
  'response.function_call_arguments.done',
])

/** The item that is there after the event, whether or not it was announced; null: the event makes none. */
export function itemBorn(event: ServerEvent): ItemId | null {
  if (BARREN.has(event.type) || !('item' in event) || event.item === null) return null
  return typeof event.item === 'string' ? event.item : event.item.id
}
