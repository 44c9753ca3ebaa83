import { useCallback, useState } from 'react'
import type { HistoryPage } from '../../state/history/history-page'
import { useStore } from '../../store/use-store'
import { NoticeBar } from '../parts/notice-bar'
import { Button } from '../parts/controls/button'
import { Toasts } from '../parts/layers/toasts'
import { TopTabs } from '../parts/tabs/top-tabs'
import type { ConversationId } from '../../../../shared/ids'
import { say } from '../../../../shared/words/say'
import { ActionsSection } from './actions/actions-section'
import { DraftsSection } from './drafts/drafts-section'
import { ExportMenu } from './conversations/export-menu'
import { MemorySection } from './memory/memory-section'
import { JobBar } from './job-bar'
import { PrivacySection } from './privacy/privacy-section'
import { SEARCH_ID } from './search/search-field'
import { ConversationsSection } from './conversations/conversations-section'
import { UndoToast } from './undo-toast'
import { usePageKeys } from './use-page-keys'
import './history-window.css'

type Tab = 'conversations' | 'drafts' | 'actions' | 'memory' | 'privacy'

export function HistoryWindow({ page }: { readonly page: HistoryPage }) {
  const [tab, setTab] = useState<Tab>('conversations')
  const notice = useStore(page.notices.shown)
  const drafts = useStore(page.drafting.drafts)
  const search = useCallback(() => {
    setTab('conversations')
    requestAnimationFrame(() => focusSearch())
  }, [])
  const show = (conversation: ConversationId) => {
    setTab('conversations')
    void page.actions.open(conversation)
  }
  usePageKeys({ search, undo: page.actions.undo.undo })
  return (
    <main className="history" data-testid="history">
      <h1 className="only-heard">{say('common.history')}</h1>
      <TopTabs<Tab>
        label={say('common.history')}
        tab={tab}
        choose={setTab}
        beside={tab === 'conversations' && <WholeHistory page={page} />}
        tabs={[
          { id: 'conversations', words: say('history.conversations'), content: <ConversationsSection page={page} showPrivacy={() => setTab('privacy')} /> },
          { id: 'drafts', words: say('history.drafts'), count: drafts?.length ?? 0, content: <DraftsSection page={page} /> },
          { id: 'actions', words: say('history.actions'), content: <ActionsSection page={page} show={show} /> },
          { id: 'memory', words: say('history.memory'), content: <MemorySection page={page} /> },
          { id: 'privacy', words: say('history.privacy'), content: <PrivacySection page={page} /> },
        ]}
      />
      <div className="history-foot">
        <JobBar jobs={page.jobs} />
        <NoticeBar notice={notice} dismiss={page.notices.dismiss} />
        <Toasts place="here"><UndoToast undo={page.actions.undo} /></Toasts>
      </div>
    </main>
  )
}

/** What is done with all conversations at once. */
function WholeHistory({ page: { jobs, list } }: { readonly page: HistoryPage }) {
  const busy = useStore(jobs.job) !== null
  const conversations = useStore(list.conversations)
  const empty = conversations.status !== 'ready' || conversations.list.rows.length === 0
  return (
    <>
      <Button onClick={() => void jobs.importConversations()} disabled={busy} data-testid="import">{say('history.import')}</Button>
      <ExportMenu jobs={jobs} label={say('history.export-all')} testId="export-all" conversations={null} disabled={empty} />
    </>
  )
}

function focusSearch(): void {
  const field = document.getElementById(SEARCH_ID)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
