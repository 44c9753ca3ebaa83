import { useMemo } from 'react'
import type { ConversationId, ItemId } from '../../../../../shared/ids'
import type { HistoryPage } from '../../../state/history/history-page'
import { openingWords } from '../../../words/source-words'
import type { OpenSource } from '../../parts/sources'
import type { FetchText } from '../../panel/conversation/use-whole-text'

export interface MessageActions {
  readonly remove: (item: ItemId) => void
  readonly play: (item: ItemId) => void
  readonly fetchText: FetchText
  readonly openSource: OpenSource
  readonly openLink: (address: string) => void
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
    openSource: async ({ call, cite, file }) => {
      const answer = await ask(records.openPassage(conversation, call, cite))
      return answer.ok ? openingWords(answer.value, file) : null // a failure has become a notice
    },
    openLink: (address) => void ask(records.openLink(address)),
    play: (item) => void ask(records.play({ kind: 'item', conversation, item })),
    stop: () => void ask(records.stopPlaying()),
  }), [actions, ask, records, conversation])
