import type { ConversationItem } from '../../../../../shared/conversation'

export interface ItemCan {
  readonly copy: boolean
  readonly play: boolean
  readonly again: boolean
  readonly remove: boolean
}

const NOTHING: ItemCan = { copy: false, play: false, again: false, remove: false }

/** `newest`: the last question or what answers it. An older question can be asked again in its words only. */
export function can({ role, kind, text, status }: ConversationItem, newest: boolean, keepsSound: boolean): ItemCan {
  if (status === 'in-progress') return { ...NOTHING, copy: text !== '' }
  if (kind === 'tool') return { ...NOTHING, remove: true }
  return { copy: text !== '', play: kind === 'speech' && keepsSound, again: newest || (role === 'user' && text !== ''), remove: true }
}
