import { err, ok, type Result } from '../../../shared/result'
import type { ErrorBody } from '../session/errors'
import { isFields, type Fields } from '../session/fields'
import type { Ids } from '../session/ids'
import { tooLongIn } from './item-ids'
import { itemSchema } from './item-schema'
import { problemOf } from '../configuration/problem'
import { isMcpItem, type WireContent, type WireItem } from '../session/wire'

/** An item a client wrote, its audio taken out. */
export interface NewItem {
  readonly item: WireItem
  readonly audio: Buffer[]
}

const partAudio = (part: Fields): Buffer[] =>
  part['type'] === 'input_audio' && typeof part['audio'] === 'string' ? [Buffer.from(part['audio'], 'base64')] : []

/** On the wire a finished item never carries audio bytes. */
const quietPart = ({ audio, ...part }: Fields): Fields => (audio === undefined ? part : { transcript: null, ...part })

export const readItem = (value: unknown, ids: Ids): Result<NewItem, ErrorBody> => {
  const problem = problemOf(itemSchema, value, 'item')
  if (problem !== null || !isFields(value)) return err(problem ?? { type: 'invalid_request_error', code: null, message: 'no item', param: 'item' })
  const long = tooLongIn(value)
  if (long !== null) return err(long)
  const parts: readonly Fields[] = Array.isArray(value['content']) ? value['content'].filter(isFields) : []
  const content = parts.map(quietPart) as unknown as readonly WireContent[]
  const id = typeof value['id'] === 'string' ? value['id'] : ids.next('item')
  const rest = { ...value, ...(value['content'] === undefined ? {} : { content }) }
  // `itemSchema` has seen every field by now; that is what makes the cast true.
  const item = (isMcpItem(String(value['type'])) ? { ...rest, id } : { status: 'completed', ...rest, id, object: 'realtime.item' }) as unknown as WireItem
  return ok({ item, audio: parts.flatMap(partAudio) })
}
