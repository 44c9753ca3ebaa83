import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { count, readHistory, storedItems } from '../support/history/history-db'
import { historyPage } from '../support/history/history-page'
import { filesWith } from '../support/app/processes'
import { startRig, type Rig } from '../support/sound/rig'
import { seedTalks } from '../support/history/seeded-history'
import { ask, newTalk, wordsOf } from '../support/talk/typed-talk'
import { fromMore } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'

/** What stays and what does not: judged by the bytes of every file below the app's folder, logs too. */
const DAY_MS = 24 * 60 * 60 * 1_000
/** Words that occur nowhere else. */
const [KEPT, PRIVATE, NOTHING, OLD, RECENT, PINNED] = ['Zwetschgenmus', 'Quittengelee', 'Holundersaft', 'Mirabellengeist', 'Schlehenlikör', 'Hagebuttentee'] as const

const SEEDED = [`${RECENT}?`, `${OLD}?`, `${PINNED}?`]

let rig: Rig
let app: App
let page: Page
beforeAll(async () => {
  rig = await startRig()
  const userData = join(rig.folder, 'keeping')
  const ago = (days: number) => Date.now() - days * DAY_MS
  await seedTalks(userData, [
    { id: 'old', texts: [`${OLD}?`, `${OLD}!`], at: ago(7.5) },
    { id: 'recent', texts: [`${RECENT}?`, `${RECENT}!`], at: ago(6.5) },
    { id: 'between', texts: [`${PINNED}?`, `${PINNED}!`], at: ago(25) },
  ])
  app = await startApp(rig, { userData, settings: { keeping: '30-days' } })
  page = await historyPage(app)
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

const talks = () => readHistory(app.userData, (db) => count(db, 'SELECT count(*) FROM conversations WHERE hidden = 0'))
const holding = (words: string) => filesWith(app.userData, words).then((paths) => paths.map((path) => path.slice(app.userData.length + 1).split('/')[0]))
const privacy = () => page.getByTestId('tab-privacy').click()
const keep = async (what: string) => {
  await privacy()
  const choice = page.getByTestId(`keep-${what}`)
  await choice.click()
  await eventually(() => choice.isChecked()).toBe(true) // shown once main has it, not at the click
}
const titles = async () => {
  await page.getByTestId('tab-conversations').click()
  return page.locator('[data-testid="history-row"] .conversation-title').allInnerTexts()
}

/** That it goes after an hour is shown with a clock that can be turned, in tests/unit/history/retention/retention.test.ts. */
test('7 days: a question that says what goes and what stays; nothing goes before an hour', async () => {
  await eventually(titles).toEqual(SEEDED)
  await privacy()
  await page.getByTestId('keep-7-days').click()
  const question = await page.getByRole('alertdialog').innerText()
  await page.getByTestId('confirm-keeping').click()
  await eventually(() => page.getByTestId('keep-7-days').isChecked()).toBe(true)
  const hint = await page.locator('.keeping .field-hint').first().innerText()
  expect([question, hint]).toEqual([expect.stringContaining('after Parley has run for an hour. Pinned conversations and the open one stay'), expect.stringContaining('Pinned conversations and the open one stay.')])
  expect(await titles()).toEqual(SEEDED)
  await keep('forever')
})

test('a private conversation leaves no word in any file; an ordinary one does', async () => {
  await ask(app, KEPT)
  await eventually(() => readHistory(app.userData, storedItems).filter(({ text }) => text === KEPT)).toHaveLength(2)
  const before = talks()
  await fromMore(app.page, 'new-private')
  await app.page.getByTestId('private').waitFor()
  await ask(app, PRIVATE)
  await newTalk(app)
  expect({ kept: (await holding(KEPT)).includes('history'), private: await holding(PRIVATE), talks: talks() - before }).toEqual({ kept: true, private: [], talks: 0 })
})

test('where nothing is kept, no word of a conversation is in any file', async () => {
  const before = talks()
  await keep('nothing')
  await eventually(async () => (await app.view()).private).toBe(true)
  await ask(app, NOTHING)
  await eventually(titles).toEqual([KEPT, ...SEEDED])
  expect({ files: await holding(NOTHING), talks: talks() - before, titles: await titles() }).toEqual({ files: [], talks: 0, titles: [KEPT, ...SEEDED] })
  await keep('forever')
})

test('main asks before it, in the words of what would go; a no changes nothing and gives the focus back', async () => {
  const before = talks()
  const { questions } = await answerDialogs(app, false)
  await privacy()
  await page.getByTestId('remove-everything').focus()
  await page.keyboard.press('Enter')
  await eventually(questions).toEqual(['Delete everything?'])
  await page.locator('[data-testid="remove-everything"][aria-disabled="false"]:focus').waitFor()
  const byPage = await page.evaluate(() => window.records.removeEverything())
  expect({ talks: talks(), byPage }).toEqual({ talks: before, byPage: { ok: true, value: null } })
})

test('delete everything: says what it took, and no word of it is in any file', async () => {
  await privacy()
  await answerDialogs(app, true)
  await page.getByTestId('remove-everything').click()
  await eventually(async () => (await wordsOf(page, 'removed-everything'))[0]).toMatch(/^Deleted 4 conversations with 8 messages, 0 drafts, 0 sound files and 0 ledger entries\. [1-9][\d.]+ kB freed\.$/)
  await eventually(titles).toEqual([])
  const words = [KEPT, RECENT, OLD, PINNED]
  expect({ files: await Promise.all(words.map(holding)), titles: await titles(), panel: await app.page.getByTestId('item').count() }).toEqual({ files: words.map(() => []), titles: [], panel: 0 })
})

test('and the next conversation is kept again', async () => {
  await ask(app, 'Again')
  await eventually(() => readHistory(app.userData, storedItems).map(({ text }) => text)).toEqual(['Again', 'Again'])
  await eventually(titles).toEqual(['Again'])
})
