import type { FaultName } from '../faults/faults'
import type { ClientEvent } from '../session/client-event'
import { errorEvent, errors, type ErrorBody } from '../session/errors'
import { isFields, type Fields } from '../session/fields'
import type { SessionContext } from '../session/session-context'

const partTypes = (item: unknown): readonly unknown[] =>
  isFields(item) && Array.isArray(item['content']) ? item['content'].map((part: unknown) => (isFields(part) ? part['type'] : null)) : []

type Test = readonly [FaultName, (event: ClientEvent) => ErrorBody | null]

const unsupported = (param: string, what: string): ErrorBody => errors.invalidValue(param, `${what} is not supported.`)

const NOT_IN_MAP: ReadonlySet<string> = new Set(['input_audio_buffer.clear', 'conversation.item.retrieve', 'conversation.item.delete'])

const REFUSALS: readonly Test[] = [
  ['no-truncate', ({ type }) => (type === 'conversation.item.truncate' ? errors.notImplemented(type) : null)],
  ['no-cancel', ({ type }) => (type === 'response.cancel' ? errors.notImplemented(type) : null)],
  ['no-clear', ({ type }) => (NOT_IN_MAP.has(type) ? errors.notInMap(type) : null)],
  ['no-root', ({ type, fields }) => (type === 'conversation.item.create' && fields['previous_item_id'] === 'root' ? errors.unknownPrevious('root') : null)],
  ['no-audio-items', ({ type, fields }) => (type === 'conversation.item.create' && partTypes(fields['item']).includes('input_audio') ? unsupported('item.content', 'input_audio') : null)],
  ['no-images', ({ type, fields }) => (type === 'conversation.item.create' && partTypes(fields['item']).includes('input_image') ? unsupported('item.content', 'input_image') : null)],
]

/** Taken without a word, and nothing comes of it. */
export const isIgnored = ({ faults }: SessionContext, { type }: ClientEvent): boolean =>
  (type === 'input_audio_buffer.commit' && faults.has('no-manual')) || (type === 'conversation.item.truncate' && faults.has('silent-truncate'))

/** What such a server does not do at all. Null: nothing is in the way. */
export const refusalOf = ({ faults }: SessionContext, event: ClientEvent): ErrorBody | null =>
  REFUSALS.reduce<ErrorBody | null>((found, [name, test]) => found ?? (faults.has(name) ? test(event) : null), null)

const inside = (fields: Fields, ...path: readonly string[]): unknown => path.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), fields)

const OWN_NAMES = /^(own|eve|af_heart|grok-transcribe|Systran\/.+)$/

const isForeign = (name: unknown): boolean => typeof name === 'string' && !OWN_NAMES.test(name)

/** Null: the update may be taken. */
export function foreignName({ faults }: SessionContext, patch: Fields): ErrorBody | null {
  if (!faults.has('own-names-only')) return null
  if (isForeign(inside(patch, 'audio', 'output', 'voice'))) return errors.invalidValue('session.audio.output.voice', 'No such voice.')
  return isForeign(inside(patch, 'audio', 'input', 'transcription', 'model')) ? errors.invalidValue('session.audio.input.transcription.model', 'No such model.') : null
}

/** Said of an update that is taken all the same. Answers what of it is taken. */
export function afterComplaints({ faults, emit }: SessionContext, patch: Fields): Fields {
  const turns = inside(patch, 'audio', 'input', 'turn_detection')
  const hasFormat = inside(patch, 'audio', 'input', 'format') !== undefined || inside(patch, 'audio', 'output', 'format') !== undefined
  if (faults.has('no-padding') && isFields(turns) && 'prefix_padding_ms' in turns) emit(errorEvent(unsupported('turn_detection.prefix_padding_ms', 'prefix_padding_ms')))
  if (faults.has('complains-of-formats') && hasFormat) emit(errorEvent(unsupported('input_audio_format', 'Specifying a format')))
  const stays = faults.has('no-manual') && turns === null
  return stays ? { ...patch, audio: { ...(isFields(patch['audio']) ? patch['audio'] : {}), input: withoutTurns(patch) } } : patch
}

/** Listening cannot be switched off. */
function withoutTurns(patch: Fields): Fields {
  const input = inside(patch, 'audio', 'input')
  return isFields(input) ? Object.fromEntries(Object.entries(input).filter(([name]) => name !== 'turn_detection')) : {}
}
