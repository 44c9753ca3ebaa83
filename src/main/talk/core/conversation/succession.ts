import type { ItemId } from '../../../../shared/ids'
import { findItem, removeItem, updateItem } from './items'
import type { FoldedConversation } from './types'

/**
 * `item` says again what `former` said. Null: not yet, for it is not there, or its words are still to come and those of the
 * former are all there are. They stay if no others come.
 */
export function succeedItem(conversation: FoldedConversation, former: ItemId, item: ItemId): FoldedConversation | null {
  const next = findItem(conversation, item)
  const words = findItem(conversation, former)?.text ?? ''
  if (next === null || (next.status === 'in-progress' && words !== '')) return null
  const left = removeItem(conversation, former)
  return next.text === '' && words !== '' ? updateItem(left, item, (heir) => ({ ...heir, text: words, status: 'done' })) : left
}
