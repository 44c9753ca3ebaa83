import { useMemo } from 'react'
import type { ConversationId, ItemId } from '../../../../../shared/ids'
import type { HistoryPage } from '../../../state/history/history-page'
import type { FetchText } from '../../panel/conversation/words'

export interface MessageActions {
  readonly remove: (item: ItemId) => void
  readonly play: (item: ItemId) => void
  readonly fetchText: FetchText
  readonly stop: () => void
}

/** The same object as long as the conversation is the same: no row is drawn again because of it. */
export const useMessageActions = ({ actions, ask, records }: HistoryPage, conversation: ConversationId): MessageActions =>
  useMemo(() => ({
    remove: (item) => void actions.removeItem(conversation, item),
    fetchText: async (item, from) => {
      const answer = await ask(records.itemText(conversation, item, from))
      return answer.ok ? answer.value : null
    },
    play: (item) => void ask(records.play({ kind: 'item', conversation, item })),
    stop: () => void ask(records.stopPlaying()),
  }), [actions, ask, records, conversation])
