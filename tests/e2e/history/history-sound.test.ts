import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runTool } from '../../../scripts/rig/part'
import type { App } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { choosePath } from '../support/app/file-dialogs'
import { historyFolder, ledgerRows, readHistory } from '../support/history/history-db'
import { historyPage } from '../support/history/history-page'
import { goodTurn, prepareSpeech } from '../support/app/outcome'
import { type PracticeApp, session, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { saveTalk, seededItem, withStore } from '../support/history/seeded-history'
import { loudestWhile } from '../support/sound/sound-checks'
import { mark } from '../support/app/talking'
import { narrow } from '../support/app/window-size'
import { changeSettings } from '../support/app/change-settings'
import { answerDialogs } from '../support/app/system-dialog'

/** The sound of a talk where the person wants it kept, and the account of what left the machine. */
const AUDIBLE = 0.02
const SAMPLE_BYTES = 2
/** The smallest limit there is. */
const LIMIT_MB = 10
const NOISE_SECONDS = 104
/** What a turn of less than a second takes to be heard, with room. */
const PLAYED_WITHIN_MS = 15_000

let rig: Rig
let talking: PracticeApp
let app: App
let page: Page
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
  const userData = join(rig.folder, 'sound')
  await withStore(userData, async (store) => {
    const talk = await saveTalk(store, { id: 'loud', texts: ['First noise', 'Second noise'], at: Date.now() - 60_000 })
    for (const index of [0, 1]) await store.saveAudio(talk, seededItem('loud', index), noise(), LIMIT_MB * 1_000_000)
  })
  talking = await startPracticeApp(rig, {}, { userData, settings: { keepAudio: true, audioLimitMb: LIMIT_MB } })
  app = talking.app
  page = await historyPage(app)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

/** Noise cannot be made smaller: two of these just fit into the limit. */
function noise(): Int16Array {
  return Int16Array.from({ length: NOISE_SECONDS * 24_000 }, () => (Math.random() - 0.5) * 60_000)
}

const audioFolder = () => join(historyFolder(app.userData), 'audio')
const flacFiles = async () => (await readdir(historyFolder(app.userData), { recursive: true })).filter((name) => name.endsWith('.flac')).map((name) => name.replace('audio/', '')).sort()

interface SoundRow {
  readonly role: string
  readonly file: string
}

/** Which item has which file. */
const sounds = (): readonly SoundRow[] =>
  readHistory(app.userData, (db) => db.prepare('SELECT i.role, a.file FROM audio a JOIN items i ON i.row = a.item ORDER BY i.row').all()).map((row) => Object(row) as SoundRow)

/** By another decoder than ours. */
async function decoded(file: string): Promise<Buffer> {
  const raw = join(rig.folder, 'decoded.raw')
  await runTool('sox', [join(audioFolder(), file), '-t', 'raw', '-e', 'signed-integer', '-b', '16', '-L', raw], rig.env)
  return readFile(raw)
}

test('what was said and what was heard lie there as FLAC, sample by sample; the oldest made room for them', async () => {
  expect(await flacFiles()).toHaveLength(2)
  const since = app.trace.now()
  await goodTurn(rig, app)
  const { heardSamples } = await mark(app, 'playbackDrained', since)
  await eventually(() => sounds().map(({ role }) => role)).toEqual(['assistant', 'user', 'assistant'])
  const [second, question, answer] = sounds()
  const [committed] = session(talking.practice).committedAudio
  const [asked, heard] = [await decoded(question?.file ?? ''), await decoded(answer?.file ?? '')]
  expect({
    asked: committed !== undefined && asked.equals(committed),
    // The practice endpoint says the question again.
    heard: heard.equals(asked) && heard.length === Number(heardSamples) * SAMPLE_BYTES,
    files: await flacFiles(),
  }).toEqual({ asked: true, heard: true, files: [second?.file, question?.file, answer?.file].sort() })
})

test('play is heard', async () => {
  await eventually(() => page.getByTestId('history-row').count()).toBe(2) // the noise, and before it what was just said
  await page.getByTestId('history-row').first().click()
  const item = page.getByTestId('history-item').first()
  const before = await item.getByTestId('play-item').evaluateHandle((button) => {
    const values: (string | null)[] = []
    new MutationObserver((changes) => values.push(...changes.map(({ oldValue }) => oldValue))).observe(button, { attributeFilter: ['data-playing'], attributeOldValue: true })
    return values
  })
  const loudest = await loudestWhile(rig, async () => {
    await item.hover()
    await item.getByTestId('play-item').click()
    await eventually(() => before.jsonValue(), PLAYED_WITHIN_MS).toEqual(['false', 'true']) // it began to play, and came to the end
  })
  expect(loudest).toBeGreaterThan(AUDIBLE)
})

test('the ledger names every byte that left, and is exported', async () => {
  await page.getByTestId('tab-privacy').click()
  await page.getByTestId('no-ledger').waitFor() // practice is on this computer: nothing has left it
  await page.getByTestId('switch-ledger-own').click()
  const row = page.getByTestId('ledger-row').first()
  const sent = session(talking.practice).appendedBytes
  await eventually(() => row.getAttribute('data-bytes')).toBe(String(sent))
  const path = join(rig.folder, 'ledger.csv')
  await choosePath(app, path)
  await page.getByTestId('export-ledger').click()
  await page.getByTestId('job-outcome').filter({ hasText: path }).waitFor()
  const lines = (await readFile(path, 'utf8')).trim().split('\r\n')
  const [stored] = readHistory(app.userData, ledgerRows)
  expect({ lines: lines.length, bytes: lines[1]?.split(',')[2], host: lines[1]?.split(',')[3], end: stored?.end }).toEqual({ lines: 2, bytes: String(sent), host: stored?.host, end: 'sent' })
})

test('at 200 % in a small window the ledger is read without scrolling sideways', async () => {
  await changeSettings(app, { zoom: 2 })
  await narrow(app, page, 920)
  await page.waitForFunction(() => window.innerWidth <= 460)
  const sideways = await page.getByTestId('privacy').evaluate((all) => [all, ...all.querySelectorAll('[role="table"], [role="table"] [role="row"]')].filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ className }) => className))
  expect({ sideways, rows: await page.getByTestId('ledger-row').count() }).toEqual({ sideways: [], rows: 1 })
})

test('delete everything takes the sound, too', async () => {
  await answerDialogs(app, true)
  await page.getByTestId('remove-everything').click()
  await page.getByTestId('removed-everything').filter({ hasText: '3 sound files and 1 ledger entry' }).waitFor()
  expect(await flacFiles()).toEqual([])
})
