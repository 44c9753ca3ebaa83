import { errors, type ErrorBody } from '../errors'
import type { WireItem } from '../wire'

/** A client's own id may have so many characters (docs/wire-facts.md, Items and images). */
const MAX_ID_CHARS = 32

export const isTooLong = (id: unknown): boolean => typeof id === 'string' && id.length > MAX_ID_CHARS

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
