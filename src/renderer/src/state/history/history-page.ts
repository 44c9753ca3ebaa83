import type { HistoryApi } from '../../../../shared/ipc/apis/history-api'
import type { HistoryChange, PlayingView } from '../../../../shared/ipc/history'
import { type ActionsStore, createActions } from './actions-store'
import type { After } from './after'
import { type Ask, createAsk } from './ask'
import { createStore, type ReadonlyStore } from '../../store/store'
import { type Choice, type ChoiceAction, choose, NO_CHOICE, reconciled } from './conversations/choice'
import { createDrafts, type DraftsStore } from './drafts-store'
import { createJobs, type Jobs } from './jobs'
import { createMemory, type MemoryStore } from './memory-store'
import { createLedger, type LedgerStore } from './ledger-store'
import { createNotices, type Notices } from './notices'
import { createOpenConversation, type OpenConversationStore, readingId } from './conversations/open-conversation'
import { createOverview, type OverviewStore } from './overview-store'
import { createSentAccount, type SentStore } from './sent-store'
import { createSearch, type SearchStore } from './search-store'
import { createConversationActions, type ConversationActions } from './conversations/conversation-actions'
import { createConversationsStore, rowsOf, type ConversationsStore } from './conversations/conversations-store'

/** All the page knows and can do. It lives as long as the page and never unsubscribes. */
export interface HistoryPage {
  readonly records: HistoryApi
  readonly ask: Ask
  readonly notices: Notices
  readonly list: ConversationsStore
  readonly reader: OpenConversationStore
  readonly searching: SearchStore
  readonly choice: ReadonlyStore<Choice>
  readonly drafting: DraftsStore
  readonly ledger: LedgerStore
  readonly sent: SentStore
  readonly acting: ActionsStore
  readonly memory: MemoryStore
  readonly overview: OverviewStore
  readonly jobs: Jobs
  readonly playing: ReadonlyStore<PlayingView>
  readonly actions: ConversationActions
  choose(action: ChoiceAction): void
  start(): Promise<void>
}

export function createHistoryPage(records: HistoryApi, after: After): HistoryPage {
  const notices = createNotices()
  const ask = createAsk(notices.tell)
  const list = createConversationsStore(records, ask)
  const reader = createOpenConversation(records, ask)
  const parts = {
    records, ask, notices, list, reader,
    searching: createSearch(records, ask, after),
    drafting: createDrafts(records, ask),
    ledger: createLedger(records, ask),
    sent: createSentAccount(records, ask),
    acting: createActions(records, ask),
    memory: createMemory(records, ask, after),
    overview: createOverview(records, ask),
    jobs: createJobs(records, ask),
  }
  const choosing = followChoice(list)
  records.onChange((change) => spread(change, parts))
  return {
    ...parts,
    ...choosing,
    playing: followPlaying(records),
    actions: createConversationActions({ ...parts, choose: choosing.choose }, after),
    start: async () => {
      await Promise.all([list.reload(), parts.overview.refresh(), parts.drafting.refresh()])
    },
  }
}

function followPlaying(records: HistoryApi): ReadonlyStore<PlayingView> {
  const playing = createStore<PlayingView>(null)
  records.onPlaying(playing.set)
  return playing
}

/** The choice is always about rows that are there. */
function followChoice(list: ConversationsStore) {
  const choice = createStore<Choice>(NO_CHOICE)
  const order = () => rowsOf(list.conversations.get()).rows.map(({ id }) => id)
  let before = order()
  list.conversations.subscribe(() => {
    const now = order()
    choice.set(reconciled(choice.get(), before, now))
    before = now
  })
  return { choice, choose: (action: ChoiceAction) => choice.set(choose(choice.get(), action, order())) }
}

type Parts = Pick<HistoryPage, 'list' | 'reader' | 'searching' | 'drafting' | 'ledger' | 'sent' | 'acting' | 'memory' | 'overview'>

/** Asks again for what is shown and may be different now; what is not shown is asked for when it is. */
function spread({ conversation, what }: HistoryChange, parts: Parts): void {
  const all = what === 'all'
  if (all || what === 'drafts') void parts.drafting.refresh()
  if ((all || what === 'ledger') && parts.ledger.ledger.get() !== null) void parts.ledger.refresh()
  if ((all || what === 'ledger') && parts.sent.account.get() !== null) void parts.sent.refresh()
  if ((all || what === 'actions') && parts.acting.actions.get() !== null) void parts.acting.refresh()
  if ((all || what === 'facts') && parts.memory.memory.get() !== null) void parts.memory.refresh()
  if (what === 'actions' || what === 'facts') return
  if (what !== 'items') void parts.overview.refresh()
  if (!all && what !== 'list' && what !== 'items') return
  void (conversation === null ? parts.list.reload() : parts.list.changed(conversation))
  if (conversation === null || conversation === readingId(parts.reader.reading.get())) void parts.reader.changed()
  parts.searching.again()
}
