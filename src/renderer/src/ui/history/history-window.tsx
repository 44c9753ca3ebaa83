import { useCallback, useState } from 'react'
import type { HistoryPage } from '../../state/history/history-page'
import { useWatched } from '../../state/history/use-watched'
import { NoticeBar } from '../parts/notice-bar'
import { Button } from '../parts/button'
import { DraftsSection } from './drafts-section'
import { ExportMenu } from './export-menu'
import { JobBar } from './job-bar'
import { PrivacySection } from './privacy-section'
import { SEARCH_ID } from './search-field'
import { type Tab, tabId, tabPanelId, Tabs } from './tabs'
import { TalksSection } from './talks-section'
import { UndoToast } from './undo-toast'
import { usePageKeys } from './use-page-keys'
import '../base.css'
import './history-window.css'

export function HistoryWindow({ page }: { readonly page: HistoryPage }) {
  const [tab, setTab] = useState<Tab>('talks')
  const notice = useWatched(page.notices.shown)
  const drafts = useWatched(page.drafting.drafts)
  const search = useCallback(() => {
    setTab('talks')
    requestAnimationFrame(() => focusSearch())
  }, [])
  usePageKeys({ search, undo: page.acts.undo.undo })
  return (
    <main className="history" data-testid="history">
      <h1 className="only-heard">History</h1>
      <header className="history-header">
        <Tabs tab={tab} drafts={drafts?.length ?? 0} choose={setTab} />
        {tab === 'talks' && <WholeHistory page={page} />}
      </header>
      <section role="tabpanel" className="history-section" id={tabPanelId(tab)} aria-labelledby={tabId(tab)}>
        {tab === 'talks' && <TalksSection page={page} showPrivacy={() => setTab('privacy')} />}
        {tab === 'drafts' && <DraftsSection page={page} />}
        {tab === 'privacy' && <PrivacySection page={page} />}
      </section>
      <div className="history-foot">
        <JobBar jobs={page.jobs} />
        <NoticeBar notice={notice} dismiss={page.notices.dismiss} />
        <UndoToast undo={page.acts.undo} />
      </div>
    </main>
  )
}

/** What is done with all conversations at once. */
function WholeHistory({ page: { jobs, list } }: { readonly page: HistoryPage }) {
  const busy = useWatched(jobs.job) !== null
  const talks = useWatched(list.talks)
  const empty = talks.status !== 'ready' || talks.list.rows.length === 0
  return (
    <>
      <Button onClick={() => void jobs.importTalks()} disabled={busy} data-testid="import">Import…</Button>
      <ExportMenu jobs={jobs} label="Export all" testId="export-all" conversations={null} disabled={empty} />
    </>
  )
}

function focusSearch(): void {
  const field = document.getElementById(SEARCH_ID)
  if (!(field instanceof HTMLInputElement)) return
  field.focus()
  field.select()
}
