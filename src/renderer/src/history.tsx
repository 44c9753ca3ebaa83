import { createRoot } from 'react-dom/client'
import { records } from './history-bridge'
import { after } from './state/history/after'
import { createHistoryPage } from './state/history/history-page'
import { HistoryWindow } from './ui/history/history-window'
import { Page } from './ui/parts/page'

const root = document.getElementById('root')
if (root === null) throw new Error('history.html has no #root')

const page = createHistoryPage(records, after)
void page.start()

createRoot(root).render(
  <Page>
    <HistoryWindow page={page} />
  </Page>,
)
