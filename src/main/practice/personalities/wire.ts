import type { FaultBox } from '../faults/faults'
import { isFields, type Fields } from '../session/fields'
import type { Ids } from '../session/ids'
import type { Frame } from '../session/wire'
import { eventHeard, frameTold } from './beta-wire'
import { hoistedHeard, hoistedTold } from './hoisted-wire'

/** What a client says, as the session behind the wire understands it. */
export function understood(fields: Fields, faults: FaultBox): Fields {
  const plain = faults.has('beta-shape') ? eventHeard(fields) : fields
  return faults.has('hoisted') ? hoistedHeard(plain) : plain
}

const unnamed = (frame: Frame): Frame => {
  const { error } = frame
  return frame.type === 'error' && isFields(error) ? { ...frame, error: { ...error, event_id: undefined } } : frame // undefined is left out of the JSON
}

const unending = (frame: Frame): Frame => (isFields(frame['session']) ? { ...frame, session: { ...frame['session'], expires_at: undefined } } : frame)

const DELTA = 'conversation.item.input_audio_transcription.delta'

/** Each piece comes with all that was before it. */
const growing = (frame: Frame, ids: Ids): Frame => (frame.type === DELTA ? { type: DELTA.replace('delta', 'updated'), event_id: ids.next('event'), item_id: frame['item_id'], transcript: frame['delta'] } : frame)

/** It failed, and there the matter ends. */
const failing = (frame: Frame): Frame => {
  const { response } = frame
  const details = frame.type === 'response.done' && isFields(response) ? response['status_details'] : null
  return isFields(details) && details['type'] === 'failed' ? { type: 'error', event_id: frame.event_id, error: { ...(isFields(details['error']) ? details['error'] : {}), event_id: '' } } : frame
}

/** A frame as such a server sends it; none where it has no such event. */
export function told(frame: Frame, faults: FaultBox, ids: Ids): readonly Frame[] {
  const changes: readonly (readonly [Parameters<FaultBox['has']>[0], (frame: Frame) => Frame])[] = [
    ['no-done-after-failure', failing],
    ['errors-without-ids', unnamed],
    ['no-expiry', unending],
    ['cumulative-transcripts', (each) => growing(each, ids)],
    ['hoisted', hoistedTold],
  ]
  const changed = changes.reduce((each, [name, change]) => (faults.has(name) ? change(each) : each), frame)
  const whole = faults.has('beta-shape') ? frameTold(changed) : changed
  if (whole === null) return []
  return faults.has('json-pings') && frame.type === 'session.updated' ? [whole, { type: 'ping', event_id: ids.next('event'), timestamp: 0 }] : [whole]
}
