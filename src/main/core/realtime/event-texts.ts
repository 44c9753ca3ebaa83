import type { ItemId } from '../../../shared/ids'
import type { ServerEvent, ServerItem } from './server-event'

/** How much of a text is taken. `adds`: it goes behind what there is of the item; otherwise it takes its place. */
export type TakeText = (item: ItemId, text: string, adds: boolean) => string

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
      return { ...event, delta: take(event.item, event.delta, true) }
    case 'conversation.item.input_audio_transcription.updated':
    case 'conversation.item.input_audio_transcription.completed':
    case 'response.output_audio_transcript.done':
      return { ...event, transcript: take(event.item, event.transcript, false) }
    case 'response.output_text.done':
      return { ...event, text: take(event.item, event.text, false) }
    case 'response.function_call_arguments.done':
      return { ...event, arguments: take(event.item, event.arguments, false) }
    default:
      return event
  }
}

function itemWith(item: ServerItem, take: TakeText): ServerItem {
  const whole = (text: string | null): string | null => (text === null ? null : take(item.id, text, false))
  return { ...item, text: take(item.id, item.text, false), name: item.name?.slice(0, NAME_CHARS) ?? null, arguments: whole(item.arguments), output: whole(item.output) }
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
])

/** The item that is there after the event; null: the event makes none. */
export function itemBorn(event: ServerEvent): ItemId | null {
  if (!BEARING.has(event.type) || !('item' in event) || event.item === null) return null
  return typeof event.item === 'string' ? event.item : event.item.id
}
