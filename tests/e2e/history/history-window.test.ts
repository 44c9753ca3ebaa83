import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { UNDO_MS } from '../../../src/renderer/src/state/history/undo'
import { startApp, type App } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { count, readHistory, storedItems } from '../support/history/history-db'
import { historyPage } from '../support/history/history-page'
import { startRig, type Rig } from '../support/sound/rig'
import { seedTalks, type SeededTalk } from '../support/history/seeded-history'
import { ask, wordsOf } from '../support/talk/typed-talk'

/** The history window as a person uses it: mouse and keys. What it shows is compared with the database. */
const DAY_MS = 24 * 60 * 60 * 1_000
const talk = (id: string, daysAgo: number, ...texts: string[]): SeededTalk => ({ id, texts, at: Date.now() - daysAgo * DAY_MS })
const OLD = [
  talk('trees', 3, 'Which trees grow fast?', 'The poplar and the willow grow fast.', 'And slowly?', 'The yew grows slowly.'),
  talk('bread', 2, 'How long does bread bake?', 'About fifty minutes.'),
  talk('doomed', 1, 'Nobody will miss this talk', 'Quite so.'),
]

let rig: Rig
let app: App
let page: Page
beforeAll(async () => {
  rig = await startRig()
  const userData = join(rig.folder, 'window')
  await seedTalks(userData, OLD)
  app = await startApp(rig, { userData })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const byId = (id: string) => page.getByTestId(id)
const row = (words: string) => byId('history-row').filter({ hasText: words })
const titles = () => page.locator('[data-testid="history-row"] .conversation-title').allInnerTexts()
const hiddenTalks = () => readHistory(app.userData, (db) => count(db, 'SELECT count(*) FROM conversations WHERE hidden <> 0'))

test('a conversation stands on top of the list as soon as it is held, and can be read', async () => {
  await ask(app, '今天天气怎么样')
  page = await historyPage(app, () => app.page.getByTestId('open-history').click())
  await ask(app, 'ラーメンが食べたい')
  await eventually(titles).toEqual(['今天天气怎么样', 'Nobody will miss this talk', 'How long does bread bake?', 'Which trees grow fast?'])
  await eventually(() => row('今天天气怎么样').locator('.conversation-preview').innerText()).toBe('ラーメンが食べたい')
  await row('今天天气怎么样').click()
  await eventually(() => byId('history-item').count()).toBe(4)
  const stored = readHistory(app.userData, storedItems).slice(-4).map(({ text }) => text)
  expect(await page.locator('[data-testid="history-item"] .bubble').allInnerTexts()).toEqual(stored)
})

test.each([
  ['天气', '今天天气怎么样', ['天气']],
  ['ラーメン', 'ラーメンが食べたい', ['ラーメン']],
  ['slow', 'The yew grows slowly.', ['slow', 'Slow', 'slowly']],
  ['GROW fast', 'The poplar and the willow grow fast.', ['grow', 'fast']],
])('search for %s finds “%s” and marks it', async (words, found, marks) => {
  await byId('history-search').fill(words)
  const hit = byId('hit').filter({ hasText: found })
  await hit.first().waitFor()
  const marked = await hit.first().locator('.hit-snippet mark').allInnerTexts()
  expect(marked.length).toBeGreaterThan(0)
  expect(marked.every((mark) => marks.includes(mark))).toBe(true)
})

test('what is not there is not found, and Escape brings the list back', async () => {
  await byId('history-search').fill('xylophonquark')
  await byId('no-hits').waitFor()
  await byId('history-search').press('Escape')
  await eventually(() => byId('history-row').count()).toBe(4)
})

test('a hit opens its conversation at the place', async () => {
  await byId('history-search').fill('yew')
  await byId('hit').first().click()
  await eventually(() => page.locator('[data-testid="history-item"][data-found="true"] .bubble').allInnerTexts()).toEqual(['The yew grows slowly.'])
  await byId('clear-search').click()
})

test('rename by key, pin by mouse: both stay, in the database too', async () => {
  await row('How long does bread bake?').click()
  await byId('open-talk').and(page.locator('[data-id="bread"]')).waitFor()
  await byId('history-list').focus()
  await page.keyboard.press('F2')
  await byId('title-field').fill('b'.repeat(201))
  await page.keyboard.press('Enter')
  await page.getByText('This has 201 characters. The limit is 200.').waitFor()
  expect((await byId('title-field').inputValue()).length).toBe(201)
  await byId('title-field').fill('Baking')
  await page.keyboard.press('Enter')
  await row('Baking').waitFor()
  await byId('pin').click()
  await eventually(async () => (await titles())[0]).toBe('Baking')
  expect(readHistory(app.userData, (db) => count(db, "SELECT count(*) FROM conversations WHERE id = 'bread' AND title = 'Baking' AND titled = 1 AND pinned = 1"))).toBe(1)
})

test('deleted by key it goes, by Ctrl+Z it comes back', async () => {
  await row('Which trees grow fast?').click()
  await byId('history-list').focus()
  await page.keyboard.press('Delete')
  await eventually(async () => [await row('Which trees').count(), hiddenTalks()]).toEqual([0, 1])
  await page.keyboard.press('Control+z')
  await eventually(async () => [await row('Which trees').count(), hiddenTalks()]).toEqual([1, 0])
})

test('deleted for good when the time to undo is over', async () => {
  const doomed = () => readHistory(app.userData, (db) => count(db, "SELECT count(*) FROM conversations WHERE id = 'doomed'"))
  await page.clock.install()
  await row('Nobody will miss').click()
  await byId('remove').click()
  await byId('toast-action').waitFor()
  await eventually(hiddenTalks).toBe(1)
  expect(doomed()).toBe(1)
  await page.clock.fastForward(UNDO_MS)
  await eventually(doomed).toBe(0)
  await byId('history-search').fill('miss')
  await byId('no-hits').waitFor()
  await byId('clear-search').click()
})

test('the whole window by keys alone: from the panel to an old conversation and away again', async () => {
  await page.keyboard.press('Escape').catch(() => undefined) // the page may be gone before it can say so
  await eventually(() => page.isClosed()).toBe(true)
  page = await historyPage(app, async () => {
    await app.page.getByTestId('open-history').focus()
    await app.page.keyboard.press('Enter')
  })
  await page.locator('[data-testid="history-list"]:focus').waitFor() // by itself
  await page.keyboard.press('End')
  await page.locator('[data-testid="history-row"][data-id="trees"][data-active="true"]').waitFor()
  await page.keyboard.press('Enter')
  await byId('open-talk').and(page.locator('[data-id="trees"]')).waitFor()
  await page.keyboard.press('/')
  await page.locator('[data-testid="history-search"]:focus').waitFor()
  await page.keyboard.type('fifty')
  await byId('hit').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await byId('open-talk').and(page.locator('[data-id="bread"]')).waitFor()
  expect(await wordsOf(page, 'talk-title')).toEqual(['Baking'])
})
