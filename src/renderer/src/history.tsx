import './words/language'
import { createRoot } from 'react-dom/client'
import { records } from './history-bridge'
import { pageTimers } from './time/page-timers'
import { createHistoryPage } from './state/history/history-page'
import { HistoryWindow } from './ui/history/history-window'
import { Page } from './ui/parts/page'
import { say } from '../../shared/words/say'

document.title = say('windows.history')

const root = document.getElementById('root')
if (root === null) throw new Error('history.html has no #root')

const page = createHistoryPage(records, pageTimers.after)
void page.start()

createRoot(root).render(
  <Page>
    <HistoryWindow page={page} />
  </Page>,
)
