import { type CSSProperties, useCallback, useState } from 'react'
import type { HistoryPage } from '../../state/history/history-page'
import { useStore } from '../../store/use-store'
import { NoticeBar } from '../parts/notice-bar'
import { Toasts } from '../parts/layers/toasts'
import { TopTabs, type TopTab } from '../parts/tabs/top-tabs'
import type { ConversationId } from '../../../../shared/ids'
import { say } from '../../../../shared/words/say'
import { ActionsSection } from './actions/actions-section'
import { DraftsSection } from './drafts/drafts-section'
import { MemorySection } from './memory/memory-section'
import { HistoryHead } from './head/history-head'
import { JobBar } from './job-bar'
import { ListEdge } from './list-edge'
import { PrivacySection } from './privacy/privacy-section'
import { SEARCH_ID } from './search/search-field'
import { ConversationsSection } from './conversations/conversations-section'
import { UndoToast } from './undo-toast'
import { useListWidth } from './use-list-width'
import { usePageKeys } from './use-page-keys'
import './history-window.css'

export type HistoryTab = 'conversations' | 'drafts' | 'actions' | 'memory' | 'privacy'

export function HistoryWindow({ page }: { readonly page: HistoryPage }) {
  const [tab, setTab] = useState<HistoryTab>('conversations')
  const [renaming, setRenaming] = useState<ConversationId | null>(null)
  const width = useListWidth(page)
  const tabs = useTabs({ page, setTab, setRenaming })
  const { shown } = useStore(page.reader.reading)
  const { chosen } = useStore(page.choice)
  const reading = tab === 'conversations' && shown !== null && chosen.size === 0
  const search = useCallback(() => {
    setTab('conversations')
    requestAnimationFrame(() => focusSearch())
  }, [])
  usePageKeys({ search, undo: page.actions.undo.undo })
  const style: CSSProperties & { readonly '--list': string } = { '--list': `${String(width.px)}px` }
  return (
    <main className="history" data-testid="history">
      <h1 className="only-heard">{say('common.history')}</h1>
      <TopTabs<HistoryTab>
        label={say('common.history')}
        tab={tab}
        choose={setTab}
        style={style}
        covered={reading}
        head={<HistoryHead page={page} place={tab === 'conversations' ? null : (tabs.find(({ id }) => id === tab)?.words ?? null)} renaming={renaming} setRenaming={setRenaming} searches={() => setTab('conversations')} reading={reading} />}
        tabs={tabs}
      />
      {tab === 'conversations' && <ListEdge width={width} />}
      <div className="history-foot">
        <JobBar jobs={page.jobs} />
        <Notice page={page} />
        <Toasts place="here"><UndoToast undo={page.actions.undo} /></Toasts>
      </div>
    </main>
  )
}

function Notice({ page: { notices } }: { readonly page: HistoryPage }) {
  return <NoticeBar notice={useStore(notices.shown)} dismiss={notices.dismiss} />
}

interface TabParts {
  readonly page: HistoryPage
  readonly setTab: (tab: HistoryTab) => void
  readonly setRenaming: (id: ConversationId | null) => void
}

function useTabs({ page, setTab, setRenaming }: TabParts): readonly TopTab<HistoryTab>[] {
  const drafts = useStore(page.drafting.drafts)
  const show = (conversation: ConversationId) => {
    setTab('conversations')
    void page.actions.open(conversation)
  }
  return [
    { id: 'conversations', words: say('history.conversations'), content: <ConversationsSection page={page} rename={setRenaming} showPrivacy={() => setTab('privacy')} /> },
    { id: 'drafts', words: say('history.drafts'), count: drafts?.length ?? 0, content: <DraftsSection page={page} /> },
    { id: 'actions', words: say('history.actions'), icon: 'tool', content: <ActionsSection page={page} show={show} /> },
    { id: 'memory', words: say('history.memory'), icon: 'memory', content: <MemorySection page={page} /> },
    { id: 'privacy', words: say('history.privacy'), icon: 'shield', content: <PrivacySection page={page} /> },
  ]
}

function focusSearch(): void {
  const field = document.getElementById(SEARCH_ID)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
