import type { ImportedConversation, ImportedItem } from '../../../core/import-schema'
import { itemId } from '../../../../../shared/ids'
import { isTimeId, timeId } from '../../../../platform/adapters/time-ids'

/** Files of earlier versions name an item as its server did, by an id of any length; here it gets one of ours. */
export const withOwnIds = (conversation: ImportedConversation): ImportedConversation => ({ ...conversation, items: conversation.items.map(withOwnId) })

function withOwnId({ write, images }: ImportedItem): ImportedItem {
  const { id, createdAt } = write.item
  return isTimeId(id) ? { write, images } : { write: { ...write, item: { ...write.item, id: itemId(timeId(createdAt)) } }, images }
}
