import { isFields, type Fields } from '../session/fields'
import type { FaultBox } from './faults'
import type { Ids } from '../session/ids'
import { wordsOf } from '../output/pacing'
import type { Frame } from '../session/wire'

const withoutContent = (item: Fields): Fields => (item['role'] === 'assistant' ? { ...item, content: [] } : item)

const wordless = (frame: Frame): Frame => {
  if (frame.type === 'response.output_audio_transcript.delta') return { ...frame, delta: '' }
  const { item, part, response } = frame
  if (isFields(part)) return { ...frame, part: { ...part, transcript: '' } }
  if (isFields(item)) return { ...frame, item: withoutContent(item) }
  if (!isFields(response) || !Array.isArray(response['output'])) return frame
  return { ...frame, response: { ...response, output: response['output'].filter(isFields).map(withoutContent) } }
}

/** The whole transcript comes in pieces only, and nowhere once more. */
const inPieces = (frame: Frame, pieces: number, ids: Ids): readonly Frame[] => {
  if (frame.type !== 'response.output_audio_transcript.done') return [wordless(frame)]
  const words = wordsOf(String(frame['transcript']))
  const size = Math.max(1, Math.ceil(words.length / pieces))
  const starts = Array.from({ length: Math.ceil(words.length / size) }, (_, index) => index * size)
  return starts.map((at) => ({ ...frame, event_id: ids.next('event'), transcript: words.slice(at, at + size).join('').trim() }))
}

const wholeItems = ({ type, item_id, response }: Frame): readonly unknown[] => {
  if (type === 'conversation.item.input_audio_transcription.completed') return [item_id]
  const output = type === 'response.done' && isFields(response) ? response['output'] : []
  return Array.isArray(output) ? output.filter(isFields).map(({ id }) => id) : []
}

/** Of what has just become whole. */
const deletions = (frame: Frame, ids: Ids): readonly Frame[] =>
  wholeItems(frame).map((item_id) => ({ type: 'conversation.item.deleted', event_id: ids.next('event'), item_id }))

/** Faults in how a server names and announces items; one event in, any number of frames out. */
export const renamed = (frame: Frame, faults: FaultBox, ids: Ids): readonly Frame[] => {
  if (faults.has('item-created') && frame.type === 'conversation.item.done') return []
  if (faults.has('item-created') && frame.type === 'conversation.item.added') return [{ ...frame, type: 'conversation.item.created' }]
  if (faults.has('renamed-commits') && frame.type === 'input_audio_buffer.committed') return [{ ...frame, item_id: ids.next('item') }]
  const pieces = faults.valueOf('sentence-dones', 3)
  const said = pieces === null ? [frame] : inPieces(frame, pieces, ids)
  return faults.has('unasked-deletes') ? said.flatMap((each) => [each, ...deletions(each, ids)]) : said
}
