import { misname } from './answer-faults'
import { isFields, type Fields } from '../session/fields'
import type { FaultBox } from './faults'
import type { Ids } from '../session/ids'
import { renamed } from './naming-faults'
import type { Frame } from '../session/wire'

/** Faults that change what a server event looks like on its way out; one event in, any number of frames out. */

/** What a client may not count on (docs/wire-facts.md, Older and other servers). */
const OPTIONAL_EVENTS = /^(rate_limits\.updated|conversation\.item\.done|response\.content_part\.(added|done))$/
const OPTIONAL_FIELDS: ReadonlySet<string> = new Set(['usage', 'previous_item_id', 'metadata', 'status_details', 'max_output_tokens'])

const withoutOptional = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(withoutOptional)
  if (!isFields(value)) return value
  const kept = Object.entries(value).filter(([name]) => !OPTIONAL_FIELDS.has(name))
  return Object.fromEntries(kept.map(([name, each]) => [name, withoutOptional(each)]))
}

const stripped = (frame: Frame): readonly Frame[] => {
  if (OPTIONAL_EVENTS.test(frame.type)) return []
  const { item_id, ...rest } = withoutOptional(frame) as Fields
  const keepsItemId = frame.type !== 'input_audio_buffer.committed' && item_id !== undefined
  return [{ ...rest, ...(keepsItemId ? { item_id } : {}), type: frame.type, event_id: frame.event_id }]
}

/** An empty id is what servers send that never kept the client's. */
const nameless = (frame: Frame): Frame =>
  frame.type === 'error' && isFields(frame['error']) ? { ...frame, error: { ...frame['error'], event_id: '' } } : frame

const isDelta = (frame: Frame): boolean => frame.type.endsWith('.delta')

/** As long as makes the delta's length a multiple of 16: the real service pads so that sizes give nothing away. */
const padding = (frame: Frame): string => 'x'.repeat(16 - (String(frame['delta']).length % 16))

const heard = (ids: Ids): Frame => ({ type: 'input_audio_buffer.speech_started', event_id: ids.next('event'), audio_start_ms: 0, item_id: ids.next('item') })

const unknownFrame = (ids: Ids): Frame => ({ type: 'response.mood.detected', event_id: ids.next('event'), mood: { calm: true } })

export const disturb = (made: Frame, faults: FaultBox, ids: Ids): readonly Frame[] => {
  const named = misname(made, faults)
  if (named === null) return []
  const original = faults.has('nameless-errors') ? nameless(named) : named
  const padded = isDelta(original) && faults.has('obfuscation') ? { ...original, obfuscation: padding(original) } : original
  const odd = faults.has('unknown-event') ? [{ ...padded, phase: 'final' }, unknownFrame(ids)] : [padded]
  const hears = faults.has('hears-things') && /^(session\.updated|response\.done)$/.test(made.type)
  const frames = [...odd, ...(hears ? [heard(ids)] : [])].flatMap((frame) => renamed(frame, faults, ids))
  const plain = faults.has('missing-optional-fields') ? frames.flatMap(stripped) : frames
  return faults.has('duplicate-events') ? plain.flatMap((frame) => (isDelta(frame) ? [frame] : [frame, frame])) : plain
}
