import type { ItemId, ResponseId } from '../../../../shared/ids'
import type { ServerItem } from '../../core/realtime/server-event'

/** An item of one session, as far as its names need to know it. */
export interface NamedItem {
  readonly item: ItemId
  /** We created it in this session: no answer of the server can be it. */
  readonly ours: boolean
  role: 'user' | 'assistant' | null
  /** The response it belongs to; null: none, or it is not known yet. */
  response: ResponseId | null
  /** The server has announced it as an item. */
  added: boolean
  /** An answer has ended since. */
  ended: boolean
  /** And something new was asked: the same name may come again for something else. */
  over: boolean
}

export function roleOf({ type, role }: ServerItem): NamedItem['role'] {
  if (type === 'function_call') return 'assistant'
  return type === 'message' && role !== 'system' ? role : null
}
