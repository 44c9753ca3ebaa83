import { err, ok, type Result } from '../../../shared/result'
import { isFields, flag, listOf, oneOf, orNull, text, byType, shape, anything, type Check, type Fields } from './checks'
import { errors, type ErrorBody } from './errors'
import { inputImage } from '../input/image-input'
import type { Ids } from './ids'
import { isTooLong } from './item-ids'
import { isMcpItem, type WireContent, type WireItem } from './wire'

/** An item a client wrote, its audio taken out. */
export interface NewItem {
  readonly item: WireItem
  readonly audio: Buffer[]
}

const base = { type: text, id: text, object: oneOf('realtime.item'), status: oneOf('completed', 'incomplete', 'in_progress') }

const PARTS = {
  input_text: shape({ type: text, text }, ['text']),
  input_audio: shape({ type: text, audio: text, transcript: anything }, ['audio']),
  input_image: inputImage,
  // A client cannot bring assistant audio back; only its text (reference §5.11).
  output_text: shape({ type: text, text }, ['text']),
}

const messageOf = (part: Check): Check => shape({ ...base, role: text, content: listOf(part) }, ['role', 'content'])

const message: Check = (value, path) => {
  const { input_text, input_audio, input_image, output_text } = PARTS
  const role = isFields(value) ? value['role'] : undefined
  if (role === 'user') return messageOf(byType({ input_text, input_audio, input_image }))(value, path)
  if (role === 'assistant') return messageOf(byType({ output_text }))(value, path)
  if (role === 'system') return messageOf(byType({ input_text }))(value, path)
  return shape({ ...base, role: oneOf('user', 'assistant', 'system'), content: anything }, ['role'])(value, path)
}

const checkItem = byType({
  message,
  function_call: shape({ ...base, call_id: text, name: text, arguments: text }, ['name', 'arguments']),
  function_call_output: shape({ ...base, call_id: text, output: text }, ['call_id', 'output']),
  mcp_approval_response: shape({ type: text, id: text, approval_request_id: text, approve: flag, reason: orNull(text) }, ['approval_request_id', 'approve']),
})

const partAudio = (part: Fields): Buffer[] =>
  part['type'] === 'input_audio' && typeof part['audio'] === 'string' ? [Buffer.from(part['audio'], 'base64')] : []

/** On the wire a finished item never carries audio bytes. */
const quietPart = ({ audio, ...part }: Fields): Fields => (audio === undefined ? part : { transcript: null, ...part })

export const readItem = (value: unknown, ids: Ids): Result<NewItem, ErrorBody> => {
  const problem = checkItem(value, 'item')
  if (problem !== null || !isFields(value)) return err(problem ?? { type: 'invalid_request_error', code: null, message: 'no item', param: 'item' })
  if (isTooLong(value['id'])) return err(errors.longItemId(String(value['id']).length))
  const parts: readonly Fields[] = Array.isArray(value['content']) ? value['content'].filter(isFields) : []
  const content = parts.map(quietPart) as unknown as readonly WireContent[]
  const id = typeof value['id'] === 'string' ? value['id'] : ids.next('item')
  const rest = { ...value, ...(value['content'] === undefined ? {} : { content }) }
  // `checkItem` has seen every field by now; that is what makes the cast true.
  const item = (isMcpItem(String(value['type'])) ? { ...rest, id } : { status: 'completed', ...rest, id, object: 'realtime.item' }) as unknown as WireItem
  return ok({ item, audio: parts.flatMap(partAudio) })
}
