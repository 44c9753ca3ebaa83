import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findElectronRuntime, sandboxSwitches } from '../../scripts/lib/electron-runtime.mjs'
import { startApp, type App } from './support/app'
import { fillInBulk } from './support/bulk-history'
import { eventually } from './support/eventually'
import { choosePath } from './support/file-dialogs'
import { count, integrity, ledgerRows, readHistory, readLeftovers } from './support/history-db'
import { answered, historyPage } from './support/history-page'
import { killApp } from './support/kill-run'
import { prepareSpeech, TALK_KEY } from './support/outcome'
import { startRig, type Rig } from './support/rig'

/** The app ends in the middle of something; or should not end, or not begin twice. */
const ROOT = join(import.meta.dirname, '..', '..')
const ENOUGH_FOR_A_DRAFT_MS = 1_300
const BULK = { talks: 400, itemsEach: 150 }

let rig: Rig
let exports: string
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
  exports = join(rig.folder, 'exports')
  await mkdir(exports)
})
afterAll(async () => { await rig.stop() })

/** The way a session ends, and `kill` by hand. */
async function terminated({ electron }: App): Promise<{ readonly code: number | null; readonly signal: string | null }> {
  const child = electron.process()
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const [code, signal] = (await exited) as [number | null, string | null]
  return { code, signal }
}

const isVisible = ({ electron }: App) => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())

test('a second start shows the panel of the first, and leaves', async () => {
  const app = await startApp(rig)
  await app.page.evaluate(() => { window.assistant.hidePanel() })
  await eventually(() => isVisible(app)).toBe(false)
  const { executable } = await findElectronRuntime({ say: () => undefined })
  const second = spawn(executable, [...sandboxSwitches(), `--user-data-dir=${app.userData}`, ROOT], { env: { ...rig.env }, stdio: 'ignore' })
  const [code] = await once(second, 'exit')
  await eventually(() => isVisible(app)).toBe(true)
  expect({ code, phase: (await app.view()).phase }).toEqual({ code: 0, phase: 'idle' })
  await app.close()
})

test('ended while somebody speaks: what was said so far is a draft, and the ledger is closed', async () => {
  const app = await startApp(rig)
  const since = app.trace.now()
  await rig.keyDown(TALK_KEY)
  await app.trace.untilPhase('listening', { since })
  await delay(ENOUGH_FOR_A_DRAFT_MS) // that long somebody speaks
  const ended = await terminated(app)
  await rig.keyUp(TALK_KEY)
  const { drafts, ends } = readHistory(app.userData, (db) => ({ drafts: count(db, 'SELECT count(*) FROM drafts WHERE ms > 1000'), ends: ledgerRows(db).map(({ end }) => end !== null) }))
  expect({ ended, drafts, ends }).toEqual({ ended: { code: 0, signal: null }, drafts: 1, ends: [true] })
})

async function exporting(name: string, end: (app: App) => Promise<unknown>): Promise<void> {
  const userData = join(rig.folder, name)
  await fillInBulk(userData, BULK)
  const app = await startApp(rig, { userData })
  const page = await historyPage(app)
  await choosePath(app, join(exports, `${name}.json`))
  await page.getByTestId('export-all').click()
  await page.getByTestId('export-json').click()
  await page.locator(`[data-testid="job"][data-total="${String(BULK.talks)}"]`).waitFor()
  await end(app)
}

test('ended in the middle of an export: in time, and not even half a file', async () => {
  let ended: unknown
  await exporting('ended', async (app) => { ended = await terminated(app) })
  expect({ ended, files: await readdir(exports) }).toEqual({ ended: { code: 0, signal: null }, files: [] })
})

test('killed in the middle of an export: the file does not stand there as if it were whole', async () => {
  await exporting('killed', killApp)
  expect((await readdir(exports)).filter((name) => name.endsWith('.json'))).toEqual([])
})

const item = (id: number) => ({ id: `i${String(id)}`, position: id, role: 'user', kind: 'text', status: 'done', createdAt: '2026-03-01T10:00:00.000Z', text: `Sentence ${String(id)}`, heardChars: null, audioMs: null })
const talk = (id: number) => ({ id: `t${String(id)}`, title: 'T', titled: false, pinned: false, startedAt: '2026-03-01T10:00:00.000Z', updatedAt: '2026-03-01T10:00:00.000Z', endpoint: 'Practice', usage: [], items: Array.from({ length: 40 }, (_, index) => item(index)) })

test('killed in the middle of an import: all of it or nothing, and the next start works', async () => {
  const file = join(rig.folder, 'import.json')
  await writeFile(file, JSON.stringify({ format: 'parley-history', version: 1, exportedAt: '2026-03-01T10:00:00.000Z', conversations: Array.from({ length: 200 }, (_, index) => talk(index)) }))
  const app = await startApp(rig)
  const page = await historyPage(app)
  await choosePath(app, file)
  await page.getByTestId('import').click()
  await page.locator('[data-testid="job"]:not([data-done="0"])').waitFor()
  await killApp(app)
  const whole = await readLeftovers(app.userData, integrity)
  const again = await startApp(rig, { userData: app.userData })
  const listed = answered(await (await historyPage(again)).evaluate(() => window.records.list(null, 500))).rows.length
  expect({ whole, listed, notices: again.trace.marks('notice') }).toEqual({ whole: 'ok', listed: 0, notices: [] })
  await eventually(() => readHistory(again.userData, (db) => count(db, 'SELECT count(*) FROM items')), 10_000).toBe(0)
  await again.close()
})
