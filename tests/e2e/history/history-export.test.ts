import { watch } from 'node:fs'
import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from '../support/app/app'
import { fillInBulk } from '../support/history/bulk-history'
import { eventually } from '../support/app/eventually'
import { choosePath } from '../support/app/file-dialogs'
import { readHistory, storedItems } from '../support/history/history-db'
import { historyPage } from '../support/history/history-page'
import { startRig, type Rig } from '../support/sound/rig'
import { seedTalks } from '../support/history/seeded-history'
import { wordsOf } from '../support/talk/typed-talk'

let rig: Rig
let app: App
let page: Page
let target: string
beforeAll(async () => {
  rig = await startRig()
  target = join(rig.folder, 'exports')
  await mkdir(target)
})
afterEach(async () => { await app.close() })
afterAll(async () => { await rig.stop() })

async function start(name: string, fill: (userData: string) => Promise<void>): Promise<void> {
  const userData = join(rig.folder, name)
  await fill(userData)
  app = await startApp(rig, { userData, ready: false })
  page = await historyPage(app)
}

const outcome = async (words: string | RegExp) => eventually(async () => (await wordsOf(page, 'job-outcome'))[0] ?? '', 10_000).toMatch(words)

async function choose(what: 'export' | 'export-all', format: 'markdown' | 'json' | 'text'): Promise<void> {
  await page.getByTestId(what === 'export' ? 'export' : 'history-more').click()
  await page.getByTestId(`${what}-${format}`).click()
}

async function importFile(): Promise<void> {
  await page.getByTestId('history-more').click()
  await page.getByTestId('import').click()
}

async function exportAs(menu: 'export' | 'export-all', format: 'markdown' | 'json' | 'text', file: string): Promise<string> {
  const path = join(target, file)
  await choosePath(app, path)
  await choose(menu, format)
  await outcome(path)
  return readFile(path, 'utf8')
}

/** From now on `job` is cancelled as soon as it is in the page, by its button: it lasts a second, and the way from here to there may take longer. */
const cancelsAtSight = (job: string) =>
  page.evaluate((sought) => {
    const observer = new MutationObserver(() => {
      const button = document.querySelector(`${sought} [data-testid="cancel-job"]`)
      if (!(button instanceof HTMLElement)) return
      observer.disconnect()
      button.click()
    })
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['data-total'] })
  }, job)

const AT = Date.UTC(2026, 2, 1, 10)
const TALKS = [
  { id: 'one', texts: ['Was ist das?', 'Ein # Zeichen\nund <b>mehr</b>'], at: AT },
  { id: 'two', texts: ['今日は', '😀 “quoted”, with, commas'], at: AT + 60_000 },
]
const rows = ({ userData }: App) => readHistory(userData, storedItems)

test('one as Markdown, all as text, all as JSON; and the JSON, read by a fresh Parley, is the same again', async () => {
  await start('exporting', (userData) => seedTalks(userData, TALKS))
  await page.getByTestId('history-row').filter({ hasText: 'Was ist das?' }).click()
  await page.getByTestId('open-talk').waitFor()
  const markdown = await exportAs('export', 'markdown', 'one.md')
  const text = await exportAs('export-all', 'text', 'all.txt')
  const json = await exportAs('export-all', 'json', 'all.json')
  const before = rows(app)
  await app.close()

  await start('importing', () => Promise.resolve())
  await choosePath(app, join(target, 'all.json'))
  await importFile()
  await outcome('Imported 2 conversations with 4 messages.')
  await importFile()
  await outcome('2 were here already')
  await eventually(() => page.locator('[data-testid="history-row"] .conversation-title').allInnerTexts()).toEqual(['今日は', 'Was ist das?'])
  const again = await exportAs('export-all', 'json', 'again.json')
  const timeless = (file: string) => file.replace(/"exportedAt":"[^"]+"/, '')
  expect({ rows: rows(app), again: timeless(again), files: (await readdir(target)).sort() }).toEqual({ rows: before, again: timeless(json), files: ['again.json', 'all.json', 'all.txt', 'one.md'] })
  expect(markdown).toBe('# Was ist das?\n\n*2026-03-01 10:00 UTC · Practice · 2 messages*\n\n**You** (10:00)\n\nWas ist das?\n\n**Assistant** (10:00)\n\nEin # Zeichen\nund \\<b>mehr\\</b>\n')
  expect(text).toContain('Assistant, 10:01:\n  😀 “quoted”, with, commas\n')
})

test('a file that is no export of ours changes nothing and is said to be none', async () => {
  await start('foreign', (userData) => seedTalks(userData, TALKS))
  const before = rows(app)
  await choosePath(app, join(target, 'one.md'))
  await importFile()
  await page.getByTestId('notice').filter({ hasText: 'This file could not be imported' }).waitFor()
  expect(rows(app)).toEqual(before)
})

test('a dialog that is closed exports nothing; a long export that is cancelled leaves no file', async () => {
  await start('long', (userData) => fillInBulk(userData, { talks: 400, itemsEach: 300 }))
  const before = await readdir(target)
  const written = new Set<string | null>()
  const watching = watch(target, (_event, name) => written.add(name))
  const closed = await choosePath(app, null)
  await choose('export-all', 'json')
  await eventually(closed.asked).toBe(1)
  await choosePath(app, join(target, 'long.json'))
  await cancelsAtSight('[data-testid="job"][data-total="400"]')
  await choose('export-all', 'json')
  await outcome('Export cancelled. No file was written.')
  await eventually(() => [...written]).toEqual([expect.stringMatching(/^long\.json\.part-/)])
  watching.close()
  expect(await readdir(target)).toEqual(before)
})
