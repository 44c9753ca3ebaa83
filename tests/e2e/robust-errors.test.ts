import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startApp, type App } from './support/app'
import { eventually } from './support/eventually'
import { readHistory, storedItems } from './support/history-db'
import { goodTurn, prepareSpeech } from './support/outcome'
import { filesWith } from './support/processes'
import { startRig, type Rig } from './support/rig'
import { ask, newTalk } from './support/typed-talk'

let rig: Rig
let app: App
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterEach(async () => { await app.close() })
afterAll(async () => { await rig.stop() })

const SECRET = 'Quittenbaum'

test.each([
  ['thrown', (secret: string) => { setTimeout(() => { throw new TypeError(`boom with content: ${secret}`) }) }],
  ['a promise nobody waits for', (secret: string) => { setTimeout(() => { void Promise.reject(new TypeError(`boom with content: ${secret}`)) }) }],
] as const)('a bug in main (%s): told, logged without a word of content, all is saved, and the app goes on', async (_how, bug) => {
  app = await startApp(rig)
  await ask(app, 'Before')
  const since = app.trace.now()
  await app.electron.evaluate((_electron, { source, secret }) => { new Function('secret', `(${source})(secret)`)(secret) }, { source: bug.toString(), secret: SECRET })
  await app.trace.until('words about it', ({ name }) => name === 'notice', { since })
  const { notice } = await app.view()
  await goodTurn(rig, app)
  await ask(app, 'After')
  await eventually(() => readHistory(app.userData, storedItems).filter(({ kind }) => kind === 'text').map(({ text }) => text)).toEqual(['Before', 'After'])
  const log = await readFile(join(app.userData, 'logs', 'parley.log'), 'utf8')
  expect({
    told: notice?.tag,
    logged: /error uncaught \{"cause":"TypeError\\n\s+at /.test(log),
    files: await filesWith(app.userData, SECRET),
    sentences: app.trace.marks('notice').length,
  }).toEqual({ told: 'unexpected', logged: true, files: [], sentences: 1 })
})

const BROKEN = '{ "model": "half a'
const asideIn = async (folder: string): Promise<string[]> =>
  Promise.all((await readdir(folder)).filter((name) => name.startsWith('settings.damaged-')).map((name) => readFile(join(folder, name), 'utf8')))

test('settings edited by hand while it runs, and badly: told, left alone, and set aside before the next change is written', async () => {
  app = await startApp(rig)
  const file = join(app.userData, 'settings.json')
  await writeFile(file, BROKEN)
  await app.trace.until('words about the file', (mark) => mark.name === 'notice')
  await ask(app, 'Still here')
  const left = await readFile(file, 'utf8')
  const changed = await app.page.evaluate(() => window.assistant.updateSettings({ voice: 'cedar' }))
  await ask(app, 'And here')
  const saved: unknown = JSON.parse(await readFile(file, 'utf8'))
  expect({ left, changed: changed.ok, saved, aside: await asideIn(app.userData), told: app.trace.marks('notice').map((mark) => mark['tag']) }).toEqual({
    left: BROKEN,
    changed: true,
    saved: expect.objectContaining({ voice: 'cedar', model: 'gpt-realtime-2.1' }),
    aside: [BROKEN],
    told: ['settings-edit'],
  })
})

test('settings edited by hand while it runs, and well: heeded at once, and by the next start', async () => {
  app = await startApp(rig)
  const kept = async () => (({ sleepAfterMinutes, keeping }) => ({ sleepAfterMinutes, keeping }))((await app.view()).settings)
  await writeFile(join(app.userData, 'settings.json'), JSON.stringify({ sleepAfterMinutes: 17, keeping: '7-days' }))
  await eventually(kept).toEqual({ sleepAfterMinutes: 17, keeping: '7-days' })
  await ask(app, 'Undisturbed')
  await app.close()
  app = await startApp(rig, { userData: app.userData })
  expect([await kept(), app.trace.marks('notice')]).toEqual([{ sleepAfterMinutes: 17, keeping: '7-days' }, []])
})

test('the clock jumps a year ahead and back: the talk goes on, and nothing is taken for old', async () => {
  const clock = join(rig.folder, 'clock')
  const setClock = (days: number) => writeFile(clock, String(days * 24 * 60 * 60 * 1_000))
  await setClock(0)
  const withClock = join(import.meta.dirname, 'fixtures', 'clock-app')
  app = await startApp(rig, { settings: { keeping: '30-days' }, args: [withClock], env: { PARLEY_TEST_CLOCK: clock } })
  await ask(app, 'Today')
  await newTalk(app)
  await setClock(400)
  await ask(app, 'Next year')
  await app.page.evaluate(() => window.assistant.updateSettings({ keeping: '7-days' })) // looks for old talks at once
  await newTalk(app)
  await setClock(-400)
  await ask(app, 'Last year')
  const years = () => readHistory(app.userData, (db) => db.prepare("SELECT text, strftime('%Y', created_at / 1000, 'unixepoch') AS year FROM items WHERE role = 'user' ORDER BY created_at").all())
  const yearIn = (days: number) => String(new Date(Date.now() + days * 24 * 60 * 60 * 1_000).getUTCFullYear())
  await eventually(years).toEqual([{ text: 'Last year', year: yearIn(-400) }, { text: 'Today', year: yearIn(0) }, { text: 'Next year', year: yearIn(400) }])
  const { connection } = await app.view()
  expect({ connection, notices: app.trace.marks('notice') }).toEqual({ connection: { state: 'ready' }, notices: [] })
})
