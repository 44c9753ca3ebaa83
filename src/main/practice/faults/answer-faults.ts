import { isFields } from '../session/fields'
import type { FaultBox } from './faults'
import type { Frame } from '../session/wire'

/** Faults in how a server announces, names and ends an answer. Null: the event is not sent. */

const ENDS = /^response\.(output_item|content_part|output_audio|output_audio_transcript|output_text)\.done$/

/** An id that is undefined is left out of the JSON. */
const nameless = (frame: Frame): Frame => {
  const { response } = frame
  const bare = { ...frame, response_id: undefined }
  return isFields(response) ? { ...bare, response: { ...response, id: undefined } } : bare
}

const endless = (frame: Frame): Frame | null => {
  if (ENDS.test(frame.type)) return null
  return frame.type === 'response.done' && isFields(frame['response']) ? { ...frame, response: { ...frame['response'], output: [] } } : frame
}

export const misname = (frame: Frame, faults: FaultBox): Frame | null => {
  if (frame.type === 'response.created' && faults.has('no-created')) return null
  const named = faults.has('no-response-ids') ? nameless(frame) : frame
  const whole = faults.has('no-ends') ? endless(named) : named
  return whole?.type === 'response.output_audio.delta' && faults.has('empty-deltas') ? { ...whole, delta: '' } : whole
}
