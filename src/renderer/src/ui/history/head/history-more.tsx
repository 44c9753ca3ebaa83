import type { ConversationSummary } from '../../../../../shared/history'
import { say } from '../../../../../shared/words/say'
import type { HistoryPage } from '../../../state/history/history-page'
import { useStore } from '../../../store/use-store'
import { IconButton } from '../../parts/controls/button'
import { Menu, type MenuEntry } from '../../parts/controls/menu'
import { exportEntries } from '../conversations/export-menu'
import { focusList } from '../focus'

interface HistoryMoreProps {
  readonly page: HistoryPage
  /** What can be done with it has no room elsewhere. */
  readonly conversation: ConversationSummary | null
}

/** What is done with all conversations at once. */
export function HistoryMore({ page, conversation }: HistoryMoreProps) {
  const { jobs, list } = page
  const busy = useStore(jobs.job) !== null
  const conversations = useStore(list.conversations)
  const empty = conversations.status !== 'ready' || conversations.list.rows.length === 0
  const entries = [
    ...(conversation === null ? [] : entriesOf(page, conversation, busy)),
    { words: say('history.import'), icon: 'folder', testId: 'import', disabled: busy, choose: () => void jobs.importConversations() } as const,
    ...exportEntries(jobs, null, 'all', busy || empty),
  ]
  return <Menu label={say('history.more')} button={<IconButton icon="dots" label={say('history.more')} data-testid="history-more" />} entries={entries} />
}

function entriesOf(page: HistoryPage, { id, pinned }: ConversationSummary, busy: boolean): readonly MenuEntry[] {
  const { actions, jobs } = page
  const remove = () => {
    void actions.remove([id])
    requestAnimationFrame(focusList)
  }
  return [
    { words: say(pinned ? 'history.unpin' : 'history.pin'), icon: 'pin', testId: 'pin', choose: () => void actions.pin(id, !pinned) },
    ...exportEntries(jobs, [id], 'one', busy),
    { words: say('history.delete-conversation'), icon: 'trash', testId: 'remove', choose: remove },
  ]
}
