import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIRST_STEPS } from '../../../src/shared/settings'
import { SETTINGS_SECTIONS } from '../../../src/shared/ipc/settings'
import { LANGUAGE_SWITCH } from '../../../src/shared/words/language'
import { type App, startApp } from '../support/app/app'
import { changeSettings } from '../support/app/change-settings'
import { settingsPage } from '../support/app/settings-page'
import { historyPage } from '../support/history/history-page'
import { judgeWords } from '../support/language/disguised'
import { startRig, type Rig } from '../support/sound/rig'
import { ask } from '../support/talk/typed-talk'

/** In English in disguise, longer by half: every word of every screen is of a catalogue, and none is cut. */
let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig, { args: [`--${LANGUAGE_SWITCH}=en-XA`], settings: { indicator: 'always', keepAudio: true } })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const byId = (id: string) => app.page.getByTestId(id)

/** What is wrong, by screen. */
const found: Record<string, readonly string[]> = {}
async function judge(screen: string, page: Page): Promise<void> {
  const { outside, cut } = await judgeWords(page)
  const faults = [...outside.map((words) => `outside: ${words}`), ...cut.map((words) => `cut: ${words}`)]
  if (faults.length > 0) found[screen] = faults
}

function indicatorPage(): Page {
  const page = app.electron.windows().find((window) => window.url().endsWith('/indicator.html'))
  if (page === undefined) throw new Error('There is no indicator.')
  return page
}

async function panelScreens(): Promise<void> {
  const { page } = app
  await byId('empty-state').waitFor()
  await judge('empty', page)
  await ask(app, 'Good morning')
  await byId('item').last().hover()
  await byId('item-tools').first().waitFor()
  await judge('conversation', page)
  await judge('indicator', indicatorPage())
  await page.keyboard.press('F1')
  await byId('shortcuts').waitFor()
  await judge('shortcuts', page)
  await page.keyboard.press('Escape')
  await byId('shortcuts').waitFor({ state: 'hidden' })
}

async function toolScreens(): Promise<void> {
  const { page } = app
  await page.evaluate(() => window.assistant.sendText('/call open_url {"url":"https://example.org/"}'))
  await page.locator('[data-testid="card"][data-armed="true"]').waitFor()
  await judge('card', page)
  await indicatorPage().getByTestId('indicator-card').waitFor()
  await judge('card in the indicator', indicatorPage())
  await byId('card-deny').click()
  await byId('card').waitFor({ state: 'detached' })
  await byId('tool-line-head').last().click()
  await byId('tool-line-facts').last().waitFor()
  await judge('tool line', page)
}

async function settingsScreens(): Promise<void> {
  for (const section of SETTINGS_SECTIONS) await judge(`settings ${section}`, await settingsPage(app, section))
}

async function historyScreens(): Promise<void> {
  const page = await historyPage(app)
  await page.getByTestId('history-row').first().click()
  await page.getByTestId('history-item').first().waitFor()
  for (const tab of ['conversations', 'drafts', 'actions', 'memory', 'privacy']) {
    await page.getByTestId(`tab-${tab}`).click()
    await page.getByTestId(`section-${tab}`).waitFor()
    await judge(`history ${tab}`, page)
  }
}

async function firstSteps(): Promise<void> {
  for (const step of FIRST_STEPS) {
    await changeSettings(app, { onboarding: step })
    await byId('first-run').and(app.page.locator(`[data-step="${step}"]`)).waitFor()
    await judge(`first run, ${step}`, app.page)
  }
}

test('no screen has a word outside of the catalogues, or one that is cut', async () => {
  await panelScreens()
  await toolScreens()
  await settingsScreens()
  await historyScreens()
  await firstSteps()
  expect(found).toEqual({})
})
