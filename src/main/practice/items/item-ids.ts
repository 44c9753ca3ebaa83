import { errors, type ErrorBody } from '../session/errors'
import type { Fields } from '../session/fields'
import type { WireItem } from '../session/wire'

/** A client's own id may have so many characters (docs/wire-facts.md, Items and images). */
const MAX_ID_CHARS = 32

const isTooLong = (id: unknown): id is string => typeof id === 'string' && id.length > MAX_ID_CHARS

/** An output names a call as the server did, at any length; whoever writes a call names it himself. */
export const tooLongIn = ({ type, id, call_id: callId }: Fields): ErrorBody | null => {
  if (isTooLong(id)) return errors.longId('item.id', id.length)
  return type === 'function_call' && isTooLong(callId) ? errors.longId('item.call_id', callId.length) : null
}

const PREFIXES: ReadonlyMap<string, string> = new Map([
  ['function_call', 'fc'],
  ['function_call_output', 'fco'],
])

const prefixOf = ({ type, role }: WireItem): string => PREFIXES.get(type) ?? (role === 'system' ? 'sys' : 'msg')

/** For servers that tell the kinds of items by their ids. Null: nothing is wrong. */
export const wrongPrefix = (item: WireItem): ErrorBody | null => {
  const prefix = prefixOf(item)
  if (!item.id.startsWith(`${prefix}_`)) return errors.untypedItemId('item.id', prefix)
  return item.call_id === undefined || item.call_id.startsWith('call_') ? null : errors.untypedItemId('item.call_id', 'call')
}
