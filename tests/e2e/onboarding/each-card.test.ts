import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PracticeServer, startPracticeServer } from '../../support/practice/practice-server'
import { type App, startApp } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { lingerShortly } from '../support/app/short-linger'
import { standInForOpenAi } from '../support/app/stand-in-open-ai'
import { answerDialogs } from '../support/app/system-dialog'
import { holdAndSay, mark, sentence } from '../support/app/talking'
import { loudestWhile } from '../support/sound/sound-checks'
import { startRig, type Rig } from '../support/sound/rig'

/** From nothing to a first answer, with each of the three cards. */
const AUDIBLE = 0.02

let rig: Rig
let wav: string
let server: PracticeServer
let app: App
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'hello', 'Hello there, do you hear me?')
  server = await startPracticeServer()
})
afterAll(async () => {
  await server.close()
  await rig.stop()
})

const byId = (id: string) => app.page.getByTestId(id)
const at = (name: string) => byId('first-run').and(app.page.locator(`[data-step="${name}"]`)).waitFor()
const go = () => byId('step-main').click()

async function begin(): Promise<void> {
  app = await startApp(rig, { newcomer: true })
  await lingerShortly(app)
  await go()
  await at('server')
}

/** The steps behind the server, to the first answer and into the panel. */
async function toTheAnswer(): Promise<boolean> {
  for (const next of ['key', 'talk']) {
    await byId('skip-step').click()
    await at(next)
  }
  const ideas = await app.page.locator('.things-to-say li').count()
  const since = app.trace.now()
  const loudest = await loudestWhile(rig, async () => {
    await holdAndSay(rig, app, wav)
    await mark(app, 'playbackDrained', since)
    await app.trace.untilPhase('idle', { since })
  })
  await go()
  await byId('panel').waitFor()
  return loudest > AUDIBLE && ideas === 3
}

/** What is held now, and what the person was told on the way. */
async function end() {
  const { settings, secret } = await app.view()
  const told = app.trace.marks('notice')
  await app.close()
  return { with: settings.endpoint.kind, onboarding: settings.onboarding, secret, told }
}

test('OpenAI: where keys come from is shown by main and opened on a yes; a wrong key stays here, the right one is heard', async () => {
  await begin()
  const openAi = await standInForOpenAi(app, server.port)
  const { questions, texts } = await answerDialogs(app, false)
  await byId('server-openai').click()
  await byId('get-key').click()
  await eventually(async () => (await questions()).length).toBe(1)
  const secret = app.page.locator('[name="secret"]')
  const tried = async (key: string) => {
    await secret.fill(key)
    await go()
  }
  await go()
  await byId('test-result').locator('.icon').waitFor()
  const without = await byId('test-result').getAttribute('data-verdict')
  await tried('sk-wrong')
  await byId('test-result').and(app.page.locator('[data-verdict="wrong-key"]')).waitFor()
  await tried(server.token)
  await at('microphone')
  const heard = await toTheAnswer()
  const [asked, shown, reached] = [await questions(), await texts(), await openAi.others()]
  const outcome = await end()
  await openAi.close()
  expect({ without, heard, asked, shown: shown[0], reached, sessions: server.sessions.length > 0, ...outcome }).toEqual({
    without: 'no-key',
    heard: true,
    asked: ['Open platform.openai.com?'],
    shown: 'https://platform.openai.com/api-keys',
    reached: [],
    sessions: true,
    with: 'openai',
    onboarding: 'done',
    secret: 'keychain',
    told: [],
  })
})

test('another server, by its address and key, after main has named it', async () => {
  await begin()
  const { questions } = await answerDialogs(app, true)
  await byId('server-custom').click()
  await app.page.locator('[name="url"]').fill(server.url)
  await app.page.locator('[name="secret"]').fill(server.token)
  await go()
  await at('microphone')
  const heard = await toTheAnswer()
  expect({ heard, asked: await questions(), ...(await end()) }).toEqual({
    heard: true, asked: [`Use 127.0.0.1:${String(server.port)}?`], with: 'custom', onboarding: 'done', secret: 'keychain', told: [],
  })
})

test('the echo test, which asks for nothing', async () => {
  await begin()
  await byId('server-practice').click()
  await go()
  await at('microphone')
  const heard = await toTheAnswer()
  expect({ heard, ...(await end()) }).toEqual({ heard: true, with: 'practice', onboarding: 'done', secret: 'not-needed', told: [] })
})

test('each step skipped, from the first to the panel, leaves the echo test and nothing else', async () => {
  app = await startApp(rig, { newcomer: true })
  const seen: (string | null)[] = []
  for (const next of ['server', 'microphone', 'key', 'talk']) {
    await (next === 'server' ? go() : byId('skip-step').click())
    await at(next)
    seen.push(await byId('first-run').getAttribute('data-step'))
  }
  await byId('skip-step').click()
  await byId('panel').waitFor()
  expect({ seen, ...(await end()) }).toEqual({ seen: ['server', 'microphone', 'key', 'talk'], with: 'practice', onboarding: 'done', secret: 'not-needed', told: [] })
})
