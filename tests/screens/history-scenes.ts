import type { Page } from 'playwright'
import { historyPage } from '../e2e/support/history/history-page'
import { TALK_KEY } from '../e2e/support/app/talking'
import { speaking, type Scene, type Stage } from './stage'

const history = ({ app }: Stage): Promise<Page> => historyPage(app)

export async function tab(stage: Stage, name: string): Promise<Page> {
  const page = await history(stage)
  const narrow = page.getByTestId('close-talk')
  if (await narrow.isVisible()) await narrow.click() // an open talk covers the list where there is no room for both
  await page.getByRole('tab', { name }).click()
  return page
}

/** The talks of some days, as long as nobody has talked on. */
export const HISTORY_SCENES: readonly Scene[] = [
  { name: 'history-list', prepare: (stage) => tab(stage, 'Conversations') },
  {
    name: 'history-talk',
    prepare: async (stage) => {
      const page = await tab(stage, 'Conversations')
      await page.getByTestId('history-row').filter({ hasText: 'shade of a house' }).first().click()
      await page.getByTestId('history-item').first().waitFor()
      return page
    },
  },
  {
    name: 'history-search',
    prepare: async (stage) => {
      const page = await tab(stage, 'Conversations')
      await page.getByTestId('history-search').fill('holly')
      await page.getByTestId('hit').first().waitFor()
      return page
    },
    undo: async (stage) => (await tab(stage, 'Conversations')).getByTestId('history-search').fill(''),
  },
  { name: 'history-no-drafts', prepare: (stage) => tab(stage, 'Drafts') },
]

/** Behind some talking, so that the ledger has something to show. */
export const LEDGER_SCENES: readonly Scene[] = [
  { name: 'history-privacy', prepare: (stage) => tab(stage, 'Privacy') },
  {
    name: 'history-privacy-own',
    prepare: async (stage) => {
      await speaking(stage) // so that there is something to list
      await stage.rig.keyUp(TALK_KEY)
      await stage.hush()
      const page = await tab(stage, 'Privacy')
      await page.getByTestId('switch-ledger-own').click()
      await page.getByTestId('ledger-row').first().waitFor()
      return page
    },
    undo: async (stage) => (await tab(stage, 'Privacy')).getByTestId('switch-ledger-own').click(),
  },
]
