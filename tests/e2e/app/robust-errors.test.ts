import { readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type App, type AppOptions } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { readHistory, storedItems, untilHistory } from '../support/history/history-db'
import { goodTurn, prepareSpeech } from '../support/app/outcome'
import { filesWith } from '../support/app/processes'
import { startRig, type Rig } from '../support/sound/rig'
import { ask, newTalk } from '../support/talk/typed-talk'
import { changeSettings } from '../support/app/change-settings'
import { inSettings } from '../support/app/settings-page'

let rig: Rig
const started: App[] = []
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
const closeAll = async () => { for (const app of started.splice(0)) await app.close() }
afterEach(closeAll)
afterAll(async () => { await rig.stop() })

/** For one test. */
async function start(options?: AppOptions): Promise<App> {
  const app = await startApp(rig, options)
  started.push(app)
  return app
}

const SECRET = 'Quittenbaum'

const BUGS: readonly (readonly [string, (secret: string) => void])[] = [
  ['thrown', (secret) => { setTimeout(() => { throw new TypeError(`boom with content: ${secret}`) }) }],
  ['a promise nobody waits for', (secret) => { setTimeout(() => { void Promise.reject(new TypeError(`boom with content: ${secret}`)) }) }],
]

const logOf = ({ userData }: App): Promise<string> => readFile(join(userData, 'logs', 'parley.log'), 'utf8')
const typed = ({ userData }: App): readonly string[] => readHistory(userData, storedItems).filter(({ kind }) => kind === 'text').map(({ text }) => text)

describe('a bug in main', () => {
  let app: App
  beforeAll(async () => {
    app = await startApp(rig)
    await ask(app, 'Before')
  })
  afterAll(() => app.close())

  test.each(BUGS)('(%s): told, logged without a word of content, all is saved, and the app goes on', async (how, bug) => {
    const [since, logged] = [app.trace.now(), (await logOf(app)).length]
    await app.electron.evaluate((_electron, { source, secret }) => { new Function('secret', `(${source})(secret)`)(secret) }, { source: bug.toString(), secret: SECRET })
    await app.trace.until('words about it', ({ name }) => name === 'notice', { since })
    const { notice } = await app.view()
    await goodTurn(rig, app)
    await ask(app, how)
    await eventually(() => [typed(app)[0], typed(app).at(-1)]).toEqual(['Before', how])
    expect({
      told: notice?.tag,
      logged: /error uncaught \{"cause":"TypeError\\n\s+at /.test((await logOf(app)).slice(logged)),
      files: await filesWith(app.userData, SECRET),
      sentences: app.trace.marks('notice').filter(({ at }) => at > since).length,
    }).toEqual({ told: 'unexpected', logged: true, files: [], sentences: 1 })
  })
})

/** As careful programs write: whoever reads meanwhile finds the old or the new, never an empty file. */
async function replaceFile(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text)
  await rename(`${file}.new`, file)
}

const BROKEN = '{ "model": "half a'
const asideIn = async (folder: string): Promise<string[]> =>
  Promise.all((await readdir(folder)).filter((name) => name.startsWith('settings.damaged-')).map((name) => readFile(join(folder, name), 'utf8')))

test('settings edited by hand while it runs, and badly: told, left alone, and set aside before the next change is written', async () => {
  const app = await start()
  const file = join(app.userData, 'settings.json')
  await replaceFile(file, BROKEN)
  await app.trace.until('words about the file', (mark) => mark.name === 'notice')
  await ask(app, 'Still here')
  const left = await readFile(file, 'utf8')
  const changed = await inSettings(app, (page) => page.evaluate(() => window.preferences.updateSettings({ voice: 'cedar' })))
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
  const app = await start()
  const kept = async (of: App) => (({ sleepAfterMinutes, keeping }) => ({ sleepAfterMinutes, keeping }))((await of.view()).settings)
  await replaceFile(join(app.userData, 'settings.json'), JSON.stringify({ sleepAfterMinutes: 17, keeping: '7-days' }))
  await eventually(() => kept(app)).toEqual({ sleepAfterMinutes: 17, keeping: '7-days' })
  await ask(app, 'Undisturbed')
  await closeAll()
  const again = await start({ userData: app.userData })
  expect([await kept(again), again.trace.marks('notice')]).toEqual([{ sleepAfterMinutes: 17, keeping: '7-days' }, []])
})

test('the clock jumps a year ahead and back: the conversation goes on, and nothing is taken for old', async () => {
  const clock = join(rig.folder, 'clock')
  const setClock = (days: number) => replaceFile(clock, String(days * 24 * 60 * 60 * 1_000))
  await setClock(0)
  const withClock = join(import.meta.dirname, '..', 'fixtures', 'clock-app')
  const app = await start({ settings: { keeping: '30-days' }, args: [withClock], env: { PARLEY_TEST_CLOCK: clock } })
  await untilHistory(app.userData) // it is opened today
  await ask(app, 'Today')
  await newTalk(app)
  await setClock(400)
  await ask(app, 'Next year')
  await changeSettings(app, { keeping: '7-days' }) // looks for old talks at once
  await newTalk(app)
  await setClock(-400)
  await ask(app, 'Last year')
  const years = () => readHistory(app.userData, (db) => db.prepare("SELECT text, strftime('%Y', created_at / 1000, 'unixepoch') AS year FROM items WHERE role = 'user' ORDER BY created_at").all())
  const yearIn = (days: number) => String(new Date(Date.now() + days * 24 * 60 * 60 * 1_000).getUTCFullYear())
  await eventually(years).toEqual([{ text: 'Last year', year: yearIn(-400) }, { text: 'Today', year: yearIn(0) }, { text: 'Next year', year: yearIn(400) }])
  const { connection } = await app.view()
  expect({ connection, notices: app.trace.marks('notice') }).toEqual({ connection: { state: 'ready' }, notices: [] })
  await closeAll()
  await setClock(800) // from the start on
  const again = await start({ userData: app.userData, args: [withClock], env: { PARLEY_TEST_CLOCK: clock } })
  await ask(again, 'In two years')
  await eventually(() => years().map(({ text }) => text)).toEqual(['Last year', 'Today', 'Next year', 'In two years'])
})
