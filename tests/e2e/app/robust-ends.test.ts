import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findElectronRuntime, sandboxSwitches } from '../../../scripts/lib/electron-runtime.mjs'
import { startApp, type App } from '../support/app/app'
import { fillInBulk } from '../support/history/bulk-history'
import { eventually } from '../support/app/eventually'
import { choosePath } from '../support/app/file-dialogs'
import { count, integrity, ledgerRows, readHistory, readLeftovers } from '../support/history/history-db'
import { answered, historyPage } from '../support/history/history-page'
import { endedBy, type Ending } from '../support/history/kill-run'
import { prepareSpeech, TALK_KEY } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'
import { untilSent } from '../support/talk/sent-segments'
import { struckInJob, type Strike } from '../support/talk/strike'

/** The app ends in the middle of something; or should not end, or not begin twice. */
const ROOT = join(import.meta.dirname, '..', '..', '..')
const DRAFT_MS = 1_000
const BULK = { talks: 400, itemsEach: 150 }
const ARRIVING = 200
/** On a busy machine a job may be over before its beginning is told: then nothing was tested. */
const MOST_TRIES = 3

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterAll(async () => { await rig.stop() })

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
  await untilSent(app, 1.05 * DRAFT_MS, since)
  const ended = await endedBy('SIGTERM', app) // the way a session ends, and `kill` by hand
  await rig.keyUp(TALK_KEY)
  const { drafts, ends } = readHistory(app.userData, (db) => ({ drafts: count(db, `SELECT count(*) FROM drafts WHERE ms > ${String(DRAFT_MS)}`), ends: ledgerRows(db).map(({ end }) => end !== null) }))
  expect({ ended, drafts, ends }).toEqual({ ended: { code: 0, signal: null }, drafts: 1, ends: [true] })
})

/** Again, as long as what was to be struck was over before. */
async function inTheMiddle<T>(attempt: (number: number) => Promise<T>, wasOver: (seen: T) => boolean): Promise<T> {
  for (let number = 1; ; number += 1) {
    const seen = await attempt(number)
    if (!wasOver(seen) || number === MOST_TRIES) return seen
  }
}

interface LeftByExport {
  readonly ended: Ending
  readonly files: readonly string[]
  /** How many conversations a file of the name that was chosen has. */
  readonly talks: number
}

async function struckExport(signal: Strike['signal'], number: number): Promise<LeftByExport> {
  const [userData, folder] = [join(rig.folder, `${signal}-${String(number)}`), join(rig.folder, `exports-${signal}-${String(number)}`)]
  const file = join(folder, 'all.json')
  await mkdir(folder)
  await fillInBulk(userData, BULK)
  const app = await startApp(rig, { userData })
  const page = await historyPage(app)
  await choosePath(app, file)
  await page.getByTestId('history-more').click()
  const ended = await struckInJob(app, { signal, total: BULK.talks, done: 1 }, () => page.getByTestId('export-all-json').click())
  const files = await readdir(folder)
  return { ended, files, talks: files.includes('all.json') ? await talksIn(file) : 0 }
}

async function talksIn(file: string): Promise<number> {
  const { conversations }: { readonly conversations: readonly unknown[] } = JSON.parse(await readFile(file, 'utf8'))
  return conversations.length
}

const wasWhole = ({ talks }: LeftByExport): boolean => talks === BULK.talks

test('ended in the middle of an export: in time, and not even half a file', async () => {
  const { ended, files } = await inTheMiddle((number) => struckExport('SIGTERM', number), wasWhole)
  expect({ ended, files }).toEqual({ ended: { code: 0, signal: null }, files: [] })
})

test('killed in the middle of an export: the file does not stand there as if it were whole', async () => {
  const { ended, files } = await inTheMiddle((number) => struckExport('SIGKILL', number), wasWhole)
  expect({ ended, files: files.filter((name) => name.endsWith('.json')) }).toEqual({ ended: { code: null, signal: 'SIGKILL' }, files: [] })
})

const item = (id: number) => ({ id: `i${String(id)}`, position: id, role: 'user', kind: 'text', status: 'done', createdAt: '2026-03-01T10:00:00.000Z', text: `Sentence ${String(id)}`, heardChars: null, audioMs: null })
const talk = (id: number) => ({ id: `t${String(id)}`, title: 'T', titled: false, pinned: false, startedAt: '2026-03-01T10:00:00.000Z', updatedAt: '2026-03-01T10:00:00.000Z', endpoint: 'Practice', usage: [], items: Array.from({ length: 40 }, (_, index) => item(index)) })

test('killed in the middle of an import: all of it or nothing, and the next start works', async () => {
  const file = join(rig.folder, 'import.json')
  await writeFile(file, JSON.stringify({ format: 'parley-history', version: 1, exportedAt: '2026-03-01T10:00:00.000Z', conversations: Array.from({ length: ARRIVING }, (_, index) => talk(index)) }))
  const seen = await inTheMiddle(() => struckImport(file), ({ listed }) => listed === ARRIVING)
  expect(seen).toEqual({ ended: { code: null, signal: 'SIGKILL' }, whole: 'ok', arrived: true, listed: 0, notices: [] })
})

async function struckImport(file: string) {
  const app = await startApp(rig)
  const page = await historyPage(app)
  await choosePath(app, file)
  await page.getByTestId('history-more').click()
  const ended = await struckInJob(app, { signal: 'SIGKILL', total: ARRIVING, done: 1 }, () => page.getByTestId('import').click())
  const left = await readLeftovers(app.userData, (db) => ({ whole: integrity(db), arrived: count(db, 'SELECT count(*) FROM items') > 0 }))
  const again = await startApp(rig, { userData: app.userData })
  const listed = answered(await (await historyPage(again)).evaluate(() => window.records.list(null, 500))).rows.length
  const notices = again.trace.marks('notice')
  if (listed === 0) await eventually(() => readHistory(again.userData, (db) => count(db, 'SELECT count(*) FROM items')), 10_000).toBe(0)
  await again.close()
  return { ended, ...left, listed, notices }
}
