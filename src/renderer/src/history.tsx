import { createRoot } from 'react-dom/client'
import { records } from './history-bridge'
import { after } from './state/history/after'
import { createHistoryPage } from './state/history/history-page'
import { HistoryWindow } from './ui/history/history-window'
import { CrashGuard } from './ui/parts/crash-guard'

const root = document.getElementById('root')
if (root === null) throw new Error('history.html has no #root')

const page = createHistoryPage(records, after)
void page.start()

createRoot(root).render(
  <CrashGuard>
    <HistoryWindow page={page} />
  </CrashGuard>,
)
