import { AxeBuilder } from '@axe-core/playwright'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LIST_PX } from '../../../src/shared/settings'
import { type App, startApp } from '../support/app/app'
import { axeFaults } from '../support/app/axe'
import { changeSettings } from '../support/app/change-settings'
import { eventually } from '../support/app/eventually'
import { enlarge, narrow } from '../support/app/window-size'
import { historyPage } from '../support/history/history-page'
import { seedTalks } from '../support/history/seeded-history'
import { startRig, type Rig } from '../support/sound/rig'
import { type Stop, tabWalk } from '../support/tab-walk'
import { ask, wordsOf } from '../support/talk/typed-talk'

/** The face of the history window: one line over list and conversation, the list as wide as wished, and all of it by key. */
const DAY_MS = 24 * 60 * 60 * 1_000
const TABS = ['conversations', 'drafts', 'actions', 'memory', 'privacy'] as const

let rig: Rig
let app: App
let page: Page
beforeAll(async () => {
  rig = await startRig()
  const userData = join(rig.folder, 'face')
  await seedTalks(userData, [
    { id: 'trees', texts: ['Which trees grow fast?', 'The poplar and the willow.'], at: Date.now() - DAY_MS },
    { id: 'bread', texts: ['How long does bread bake?', 'About fifty minutes.'], at: Date.now() - 3 * DAY_MS },
  ])
  app = await startApp(rig, { userData })
  await ask(app, 'Oaks?')
  page = await historyPage(app)
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const byId = (id: string) => page.getByTestId(id)
const row = (words: string) => byId('history-row').filter({ hasText: words })
const listPx = () => byId('history-list').evaluate((list) => Math.round(list.getBoundingClientRect().width))
const keptPx = async () => (await app.view()).settings.historyListPx

async function open(words: string): Promise<void> {
  await row(words).click()
  await eventually(() => wordsOf(page, 'talk-title')).toEqual([words])
}

test('one line of 52 px: the search is as wide as the list, and the title says when, how much and how long', async () => {
  await open('Which trees grow fast?')
  const line = await page.locator('.history-head').evaluate((head) => [head.getBoundingClientRect().height, getComputedStyle(head).borderBottomWidth])
  expect({ line, list: await listPx(), meta: (await byId('talk-meta').innerText()).replace(/\s+/g, ' ') }).toEqual({
    line: [52, '1px'], list: LIST_PX.usual, meta: expect.stringMatching(/^Yesterday, .+ 2 messages$/),
  })
})

test('the conversation that is held is marked, and shown in the panel instead of continued', async () => {
  await open('Oaks?')
  const held = await wordsOf(page, 'continue-talk')
  await open('Which trees grow fast?')
  expect({ held, marked: await row('Oaks?').locator('.conversation-now').innerText(), other: await wordsOf(page, 'continue-talk'), marks: await page.locator('[data-testid="history-row"] .conversation-now').count() }).toEqual({
    held: ['Show in panel'], marked: 'Now', other: ['Continue'], marks: 1,
  })
})

test('the list is dragged wider, not too wide, by key narrower; the next window has it so', async () => {
  const edge = byId('list-edge')
  const box = await edge.boundingBox()
  const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, 300]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(340, y, { steps: 4 })
  await page.mouse.up()
  await eventually(keptPx).toBe(340)
  const dragged = await listPx()
  await page.mouse.move(340, y)
  await page.mouse.down()
  await page.mouse.move(800, y, { steps: 4 })
  await page.mouse.up()
  await eventually(keptPx).toBe(LIST_PX.most)
  await edge.focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await eventually(keptPx).toBe(LIST_PX.most - 20)
  await page.keyboard.press('Home')
  await eventually(keptPx).toBe(LIST_PX.least)
  await page.close()
  page = await historyPage(app)
  await eventually(listPx).toBe(LIST_PX.least)
  await byId('list-edge').dblclick()
  await eventually(keptPx).toBe(LIST_PX.usual)
  expect({ dragged, now: await listPx() }).toEqual({ dragged: 340, now: LIST_PX.usual })
})

test('a check box comes with the pointer and moves nothing', async () => {
  const box = row('How long').getByTestId('choose')
  await page.mouse.move(700, 400)
  const place = () => row('How long').locator('.conversation-title').evaluate((title) => title.getBoundingClientRect().x)
  const before = [await box.evaluate((each) => getComputedStyle(each).opacity), await place()]
  await row('How long').hover()
  const pointed = [await box.evaluate((each) => getComputedStyle(each).opacity), await place()]
  await box.click()
  await byId('many').waitFor()
  await byId('clear-choice').click()
  await byId('many').waitFor({ state: 'detached' })
  expect({ before, pointed }).toEqual({ before: ['0', before[1]], pointed: ['1', before[1]] })
})

test('Tab goes through the whole window, and is seen at every stop', async () => {
  await open('Which trees grow fast?')
  const stop = (name: string): Stop => ({ name, seen: true })
  expect(await tabWalk(page)).toEqual(['history-search', 'rename', 'continue-talk', 'pin', 'export', 'remove', 'history-more', 'tab-conversations', 'history-list', 'history-items', 'list-edge'].map(stop))
})

test('axe finds nothing in either theme', async () => {
  const faults: Record<string, readonly string[]> = {}
  await open('Which trees grow fast?')
  for (const tab of TABS) {
    await byId(`tab-${tab}`).click()
    faults[tab] = await axeFaults(app, page)
  }
  expect(faults).toEqual(Object.fromEntries(TABS.map((tab) => [tab, []])))
})

test('forced colours: what is chosen has an edge, and axe finds nothing', async () => {
  await changeSettings(app, { theme: 'dark' })
  await byId('tab-conversations').click()
  await page.emulateMedia({ forcedColors: 'active' })
  await page.waitForFunction(() => window.matchMedia('(forced-colors: active)').matches)
  const edges = await page.evaluate(() => ['.conversation-row[data-open="true"]', '.top-tab[data-active]'].map((chosen) => {
    const element = document.querySelector(chosen)
    return element === null ? 'not there' : getComputedStyle(element).outlineStyle
  }))
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-base-ui-focus-guard]').analyze()
  await page.emulateMedia({ forcedColors: 'none' })
  expect({ edges, violations: violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))]) }).toEqual({ edges: ['solid', 'solid'], violations: [] })
})

/** Runs in the page: what is wider than the room it has. A title that ends in dots says so. */
const tooWide = () => page.evaluate(() =>
  [...document.querySelectorAll<HTMLElement>('main, main *')]
    .filter((element) => !element.classList.contains('only-heard') && getComputedStyle(element).overflowX !== 'visible' && getComputedStyle(element).textOverflow !== 'ellipsis')
    .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
    .map(({ tagName, className }) => `${tagName} ${className}`))

test('at 200 % in a small window list and conversation come one after the other, and nothing is cut at its side', async () => {
  await enlarge(app, page, 2)
  await narrow(app, page, 720)
  await page.waitForFunction(() => window.innerWidth <= 360)
  await byId('close-talk').click()
  await byId('history-list').waitFor()
  const list = await tooWide()
  await open('How long does bread bake?')
  const seen = { list: await byId('history-list').isVisible(), tabs: await byId('tab-drafts').isVisible(), search: await byId('history-search').isVisible() }
  const reading = await tooWide()
  await byId('history-more').click()
  await byId('pin').click() // what has no room in the line is in the menu
  await byId('close-talk').click()
  await byId('pinned').waitFor()
  const back = await page.locator('[data-testid="history-list"]:focus').isVisible()
  const others: Record<string, readonly string[]> = {}
  for (const tab of TABS.slice(1)) {
    await byId(`tab-${tab}`).click()
    await byId(`section-${tab}`).waitFor()
    others[tab] = await tooWide()
  }
  expect({ list, seen, reading, back, others }).toEqual({
    list: [], seen: { list: false, tabs: false, search: false }, reading: [], back: true, others: Object.fromEntries(TABS.slice(1).map((tab) => [tab, []])),
  })
})
