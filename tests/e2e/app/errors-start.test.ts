import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../../src/shared/settings'
import { startApp, type App, type AppOptions } from '../support/app/app'
import { goodTurn, letGo, outcome, prepareSpeech, TALK_KEY, told } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'

let rig: Rig
let app: App | null = null
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterEach(async () => {
  await rig.keyUp(TALK_KEY)
  await app?.close()
  app = null
})
afterAll(async () => { await rig.stop() })

async function start(options?: AppOptions): Promise<App> {
  app = await startApp(rig, options)
  return app
}

/** What was set aside, oldest first. */
async function setAside(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /^settings\.damaged-\d{4}-\d\d-\d\d.*\.json$/.test(name)).sort()
  return Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
}

const BROKEN = '{ "model": "gpt-realtime-2.1", "voi'
const WRONG_TYPES = JSON.stringify({ model: 7, talkKey: null, endpoint: { kind: 'custom', url: 'https://example.org' } })

/** What it says and has when it was started with settings that cannot be read, and that it works. */
async function begunAnew(running: App) {
  const said = await outcome(rig, running, 0)
  const { settings } = await running.view()
  await goodTurn(rig, running)
  return { said, settings }
}

const ANEW = { said: told('settings'), settings: { ...defaultSettings('linux'), onboarding: 'done' } }

test('settings with broken JSON, then with wrong types, on one day: each set aside whole, defaults, one sentence, and a turn works', async () => {
  const running = await start({ settingsText: BROKEN })
  const { userData } = running
  const broken = { ...(await begunAnew(running)), aside: await setAside(userData) }
  await running.close()
  const wrong = await begunAnew(await start({ userData, settingsText: WRONG_TYPES }))
  expect({ broken, wrong, aside: (await setAside(userData)).sort() }).toEqual({ broken: { ...ANEW, aside: [BROKEN] }, wrong: ANEW, aside: [BROKEN, WRONG_TYPES].sort() })
})

/** Playwright loses a page that crashes; main does not. */
const ask = ({ electron }: App) =>
  electron.evaluate(async ({ BrowserWindow }) => {
    const answer: unknown = await BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('window.assistant.getView().then(({ value }) => ({ phase: value.view.phase, tag: value.view.notice?.tag }))')
    return answer
  })

const crashPage = ({ electron }: App) =>
  electron.evaluate(({ BrowserWindow }) => { BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer() })

describe('a page that crashes', () => {
  let running: App
  beforeAll(async () => { running = await startApp(rig) })
  afterAll(() => running.close())

  test('in mid-turn: it comes back, says so, and the next turn works', async () => {
    const since = running.trace.now()
    await rig.keyDown(TALK_KEY)
    await running.trace.untilPhase('listening', { since })
    await crashPage(running)
    await running.trace.untilPhase('idle', { since: since + 1 })
    await letGo(rig, running, since)
    await expect.poll(() => ask(running).catch(() => null), { timeout: 10_000 }).toEqual({ phase: 'idle', tag: 'unexpected' })
    await goodTurn(rig, running)
    expect(running.trace.marks('notice').map((mark) => mark['tag'])).toEqual(['unexpected'])
  })

  test('and a press while it is not there yet: the microphone opens as soon as it is', async () => {
    const since = running.trace.now()
    await crashPage(running)
    const { at: gone } = await running.trace.until('words about the page', (mark) => mark.name === 'notice', { since })
    await goodTurn(rig, running)
    expect(running.trace.marks('notice').filter(({ at }) => at > gone)).toEqual([])
  })
})
