import './words/language'
import { createRoot } from 'react-dom/client'
import { indicator } from './indicator-bridge'
import { createIndicatorStore } from './state/indicator/indicator-store'
import { Pill } from './ui/indicator/pill'
import { Page } from './ui/parts/page'
import { say } from '../../shared/words/say'

document.title = say('windows.indicator')

const root = document.getElementById('root')
if (root === null) throw new Error('indicator.html has no #root')

const store = createIndicatorStore(indicator)

createRoot(root).render(
  <Page>
    <Pill store={store} indicator={indicator} />
  </Page>,
)
