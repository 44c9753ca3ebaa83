import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FIRST_STEPS, type Theme } from '../../../src/shared/settings'
import { SETTINGS_SECTIONS } from '../../../src/shared/ipc/settings'
import { type App, startApp } from '../support/app/app'
import { historyPage } from '../support/history/history-page'
import { startRig, type Rig } from '../support/sound/rig'
import { settingsPage } from '../support/app/settings-page'
import { mark } from '../support/app/talking'
import { ask } from '../support/talk/typed-talk'
import { enlarge, narrow } from '../support/app/window-size'
import { changeSettings } from '../support/app/change-settings'

/** What axe finds, on every screen, in both themes: nothing. */
let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  app = await startApp(rig, { settings: { indicator: 'always', keepAudio: true } })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

/** Base UI's own: whoever tabs onto one is handed on to where the focus belongs, and never stays there. */
const FOCUS_GUARDS = '[data-base-ui-focus-guard]'

const APPROVE = 'ctrl+alt+Return'

type Found = Record<string, readonly string[]>

/** What fades is judged when it has: two frames later everything that moves has begun to, and what is paused or has no end is not waited for. */
const settled = (page: Page) =>
  page.evaluate(async () => {
    const frame = () => new Promise((resolve) => { requestAnimationFrame(resolve) })
    await frame()
    await frame()
    const moving = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().iterations !== Infinity)
    await Promise.all(moving.map((animation) => animation.finished.catch(() => undefined)))
  })

/** Rule and place of each violation, by screen. Legacy mode: an Electron app opens no helper page for axe. */
async function judge(found: Found, screen: string, page: Page): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude(FOCUS_GUARDS).analyze()
  found[screen] = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.any[0]?.message ?? ''}`))
}

const clean = (found: Found): Found => Object.fromEntries(Object.keys(found).map((screen) => [screen, []]))

const byId = (id: string) => app.page.getByTestId(id)

function indicatorPage(): Page {
  const page = app.electron.windows().find((window) => window.url().endsWith('/indicator.html'))
  if (page === undefined) throw new Error('There is no indicator.')
  return page
}

async function wear(theme: Theme): Promise<void> {
  await changeSettings(app, { theme })
  await app.page.waitForFunction((dark) => window.matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark')
}

/** As they stand before anybody has done anything in them. */
async function firstSteps(found: Found): Promise<void> {
  for (const step of FIRST_STEPS) {
    await changeSettings(app, { onboarding: step })
    await byId('first-run').and(app.page.locator(`[data-step="${step}"]`)).waitFor()
    await judge(found, step, app.page)
  }
  await changeSettings(app, { onboarding: 'done' })
  await byId('panel').waitFor()
}

/** What was not heard is paler than the rest. */
async function interrupted(): Promise<void> {
  const since = app.trace.now()
  await app.page.evaluate(() => { window.assistant.sendText('Tell me the whole long story of the beech, the ash and the horse chestnut, and leave nothing out') })
  await mark(app, 'playbackStarted', since)
  await byId('item').last().locator('[data-heard]').first().waitFor()
  await byId('text-input').press('Escape')
  await byId('item').last().locator('[data-heard="false"]').waitFor()
  await app.trace.untilPhase('idle', { since })
}

async function panelScreens(found: Found): Promise<void> {
  const { page } = app
  await byId('item').last().hover()
  await byId('item-tools').first().waitFor()
  await judge(found, 'talk', page)
  await byId('assistant').click()
  await byId('leave-echo-test').waitFor()
  await judge(found, 'menu of the assistant', page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('F1')
  await byId('shortcuts').waitFor()
  await judge(found, 'keys', page)
  await page.keyboard.press('Escape')
  await byId('shortcuts').waitFor({ state: 'hidden' })
}

/** The ring is full; it is denied before the key goes up. */
async function heldCard(found: Found): Promise<void> {
  await rig.keyDown(APPROVE)
  await app.page.locator('[data-testid="card-hold"][data-holding="full"]').waitFor()
  await judge(found, 'card held', app.page)
  await byId('card-deny').click()
  await byId('card').waitFor({ state: 'detached' })
  await rig.keyUp(APPROVE)
  await app.page.evaluate(() => window.assistant.sendText('/call open_url {"url":"https://example.org/"}'))
  await app.page.locator('[data-testid="card"][data-armed="true"]').waitFor()
}

/** What a tool asks, in the panel and in the floating window, and the line that stays of it. */
async function toolScreens(found: Found): Promise<void> {
  const { page } = app
  await page.evaluate(() => window.assistant.sendText('/call open_url {"url":"https://example.org/"}'))
  await page.locator('[data-testid="card"][data-armed="true"]').waitFor()
  await judge(found, 'card', page)
  await byId('card-always').click()
  await judge(found, 'card for how long', page)
  await heldCard(found)
  await indicatorPage().getByTestId('indicator-card').waitFor()
  await judge(found, 'card in the indicator', indicatorPage())
  await byId('card-deny').click()
  await byId('card').waitFor({ state: 'detached' }) // what is below it moves
  await byId('tool-line-head').last().click()
  await byId('tool-line-facts').last().waitFor()
  await byId('tool-line-sent').last().locator('summary').click()
  await judge(found, 'tool line', page)
  await byId('more').click()
  await byId('tools-off').waitFor()
  await judge(found, 'more', page)
  await page.keyboard.press('Escape')
}

async function settingsScreens(found: Found): Promise<void> {
  for (const section of SETTINGS_SECTIONS) await judge(found, `settings ${section}`, await settingsPage(app, section))
  const page = await settingsPage(app, 'connection')
  await page.getByTestId('select-endpoint').click()
  await page.getByRole('option').first().waitFor()
  await judge(found, 'settings list', page)
  await page.keyboard.press('Escape')
}

async function historyScreens(found: Found): Promise<void> {
  const page = await historyPage(app)
  await page.getByTestId('tab-conversations').click()
  await page.getByTestId('history-row').first().click()
  await page.getByTestId('history-item').first().waitFor()
  for (const tab of ['conversations', 'drafts', 'actions', 'memory', 'privacy']) {
    await page.getByTestId(`tab-${tab}`).click()
    await judge(found, `history ${tab}`, page)
  }
}


test.each(['light', 'dark'] as const)('axe finds nothing on any screen, %s', async (theme) => {
  const found: Found = {}
  await wear(theme)
  await app.page.evaluate(() => window.assistant.newConversation({ private: false }))
  await byId('empty-state').waitFor()
  await judge(found, 'empty', app.page)
  await ask(app, 'Good morning')
  await interrupted()
  await panelScreens(found)
  await toolScreens(found)
  await settingsScreens(found)
  await historyScreens(found)
  await judge(found, 'indicator', indicatorPage())
  await firstSteps(found)
  expect(found).toEqual(clean(found))
})

/** Runs in the page: what is wider than the room it has, and so is cut or must be scrolled sideways. */
const tooWide = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main, main *')]
      .filter((element) => !element.classList.contains('only-heard') && getComputedStyle(element).overflowX !== 'visible' && getComputedStyle(element).position !== 'absolute')
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(({ tagName, className }) => `${tagName} ${className}`))

test('at 200 % in a panel of 400 px nothing is cut at its side', async () => {
  await enlarge(app, app.page, 2)
  await narrow(app, app.page, 400)
  await app.page.waitForFunction(() => window.innerWidth <= 200)
  const talk = await tooWide(app.page)
  await app.page.evaluate(() => window.assistant.sendText('/call open_url {"url":"https://example.org/a-very-long-name-of-a-page-that-has-no-end-at-all"}'))
  await byId('card').waitFor()
  const card = await tooWide(app.page)
  await byId('card-deny').click()
  await app.page.evaluate(() => window.assistant.newConversation({ private: true }))
  await byId('empty-state').waitFor()
  const empty = await tooWide(app.page)
  const general = await settingsPage(app, 'general')
  await narrow(app, general, 720)
  await general.waitForFunction(() => window.innerWidth <= 360)
  const settings = await tooWide(general)
  expect({ talk, card, empty, settings }).toEqual({ talk: [], card: [], empty: [], settings: [] })
})

test.each(['light', 'dark'] as const)('axe finds nothing on the screens of tools at 200 %, %s', async (theme) => {
  const found: Found = {}
  await wear(theme)
  await app.page.evaluate(() => window.assistant.newConversation({ private: false }))
  await byId('empty-state').waitFor()
  await toolScreens(found)
  await judge(found, 'settings tools', await settingsPage(app, 'tools'))
  const page = await historyPage(app)
  for (const tab of ['actions', 'memory']) {
    await page.getByTestId(`tab-${tab}`).click()
    await judge(found, `history ${tab}`, page)
  }
  expect(found).toEqual(clean(found))
})
