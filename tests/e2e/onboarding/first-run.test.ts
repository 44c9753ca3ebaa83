import { afterAll, beforeAll, expect, test } from 'vitest'
import { errorWords } from '../../../src/shared/errors/error-words'
import { startPracticeServer } from '../../support/practice/practice-server'
import { type App, startApp } from '../support/app/app'
import { closedPort, endpointUrl } from '../support/app/endpoints'
import { eventually } from '../support/app/eventually'
import { startRig, type Rig } from '../support/sound/rig'
import { settingsPage } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { lingerShortly } from '../support/app/short-linger'
import { loudestWhile, untilMicrophoneFree } from '../support/sound/sound-checks'
import { tabWalk } from '../support/tab-walk'
import { holdAndSay, mark, sentence, TALK_KEY } from '../support/app/talking'

/** Somebody who has never seen Parley, with their own keyboard and voice. */
const AUDIBLE = 0.02
const DEAD_AND_SOME_MS = 12_000
/** Left to itself it is let go after two minutes. */
const LET_GO_WITHIN_MS = 10_000
const HELD_MS = 600
/** It is shown with one decimal. */
const ROUNDED_BY_MS = 50

let rig: Rig
let wav: string
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'hello', 'Hello there, do you hear me?')
})
afterAll(async () => { await rig.stop() })

const byId = ({ page }: App, id: string) => page.getByTestId(id)
const step = (app: App) => byId(app, 'first-run').getAttribute('data-step')
const at = (app: App, name: string) => byId(app, 'first-run').and(app.page.locator(`[data-step="${name}"]`)).waitFor()
const focused = ({ page }: App) => page.evaluate(() => document.activeElement?.textContent)
const go = (app: App) => byId(app, 'step-main').click()

async function sayAndHear(app: App): Promise<number> {
  const since = app.trace.now()
  return loudestWhile(rig, async () => {
    await holdAndSay(rig, app, wav)
    await mark(app, 'playbackDrained', since)
    await app.trace.untilPhase('idle', { since })
  })
}

const heldSeconds = async (app: App): Promise<number> => Number(/for (\d+\.\d) s/.exec(await byId(app, 'key-words').innerText())?.[1])

/** Whether the time that is shown lies between what was surely held and what can have been held at most. */
async function tryKey(app: App, tries: number): Promise<boolean> {
  const before = performance.now()
  await rig.keyDown(TALK_KEY)
  await eventually(() => byId(app, 'key-cap').getAttribute('data-down')).toBe('true')
  const down = performance.now()
  await new Promise((resolve) => setTimeout(resolve, HELD_MS)) // how long it is held is what is measured
  const atLeast = performance.now() - down
  await rig.keyUp(TALK_KEY)
  await eventually(() => byId(app, 'key-words').getAttribute('data-tries')).toBe(String(tries))
  const atMost = performance.now() - before
  const heldMs = 1_000 * (await heldSeconds(app))
  return heldMs >= atLeast - ROUNDED_BY_MS && heldMs <= atMost + ROUNDED_BY_MS
}

test('from nothing to a first answer, and closing half-way loses nothing', async () => {
  const first = await startApp(rig, { newcomer: true })
  await lingerShortly(first)
  const headings = [await focused(first)]
  await first.page.keyboard.press('Enter')
  await at(first, 'server')
  headings.push(await focused(first))
  await first.page.keyboard.press('Enter')
  await at(first, 'microphone')
  headings.push(await focused(first))
  await byId(first, 'preview-words').and(first.page.locator('[data-state="silent"]')).waitFor({ timeout: DEAD_AND_SOME_MS })
  const hears = byId(first, 'preview-words').and(first.page.locator('[data-state="hears"]'))
  const [echo] = await Promise.all([sayAndHear(first), hears.waitFor()]) // as soon as nobody speaks it grows silent again
  await byId(first, 'microphone-heard').and(first.page.locator('[data-heard="true"]')).waitFor()
  await go(first)
  await at(first, 'key')
  await untilMicrophoneFree(rig, LET_GO_WITHIN_MS)
  await first.close()

  const again = await startApp(rig, { userData: first.userData })
  const resumed = await step(again)
  const since = again.trace.now()
  await again.page.locator('[name="talkKey"]').click()
  await again.page.locator('[name="talkKey"][data-recording="true"]').waitFor()
  await again.view() // asked behind it: when this is answered, main listens
  await rig.tapKeys('a')
  await eventually(() => again.page.locator('.field-problem').first().innerText()).toBe(errorWords('key-types'))
  const held = [await tryKey(again, 1), await tryKey(again, 2)]
  const turns = again.trace.marks('phase').filter((each) => each.at >= since)
  await go(again)
  await at(again, 'talk')
  const answer = await sayAndHear(again)
  await go(again)
  await byId(again, 'panel').waitFor()
  const roles = await byId(again, 'item').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-role')))
  const { settings } = await again.view()
  await again.close()
  expect({ headings, echo: echo > AUDIBLE, resumed, held, turns, answer: answer > AUDIBLE, roles, kept: settings.onboarding, notices: again.trace.marks('notice') }).toEqual({
    headings: ['Welcome to Parley', 'Who should answer?', 'Can Parley hear you?'],
    echo: true,
    resumed: 'key',
    held: [true, true],
    turns: [],
    answer: true,
    roles: ['user', 'assistant'],
    kept: 'done',
    notices: [],
  })
})

test('somebody from before is no newcomer, but can ask for the steps; faults of a server are told apart; each step skipped', async () => {
  const app = await startApp(rig, { settingsText: JSON.stringify({ voice: 'cedar' }) })
  const { questions } = await answerDialogs(app, true)
  const again = async () => {
    const settings = await settingsPage(app, 'general')
    await settings.getByTestId('first-steps-again').click()
    await at(app, 'welcome')
  }
  await byId(app, 'panel').waitFor()
  await again()
  const server = await startPracticeServer()
  await go(app)
  await at(app, 'server')
  const stops = await tabWalk(app.page)
  await byId(app, 'server-custom').click()
  const tested = async (url: string, secret: string) => {
    await app.page.locator('[name="url"]').fill(url)
    await app.page.locator('[name="secret"]').fill(secret)
    await byId(app, 'step-main').click()
    const result = byId(app, 'test-result')
    await result.locator('.icon').waitFor()
    return result.getAttribute('data-verdict')
  }
  const refused = await tested(endpointUrl(await closedPort()), server.token)
  const wrong = await tested(server.url, 'another')
  server.setFaults(['quota-on-connect'])
  const poor = await tested(server.url, server.token)
  const untouched = (await app.view()).settings.endpoint.kind
  server.setFaults([])
  await app.page.locator('[name="url"]').fill(server.url)
  await app.page.locator('[name="secret"]').fill(server.token)
  await go(app)
  await at(app, 'microphone') // who has answered is chosen, and the way goes on
  const chosen = await app.view().then(({ settings, secret }) => [settings.endpoint.kind, secret])

  await byId(app, 'step-back').click()
  await at(app, 'server')
  const seen: (string | null)[] = []
  for (const next of ['microphone', 'key', 'talk']) {
    await byId(app, 'skip-step').click()
    await at(app, next)
    seen.push(await step(app))
  }
  await byId(app, 'skip-step').click()
  await byId(app, 'panel').waitFor()

  await again()
  await go(app)
  await at(app, 'server')
  await app.page.keyboard.press('Escape')
  await at(app, 'welcome')
  await byId(app, 'skip-all').click()
  await byId(app, 'panel').waitFor()
  const { onboarding, endpoint, voice } = (await app.view()).settings
  const asked = await questions()
  await app.close()
  await server.close()
  expect({ asked, stops, refused, wrong, poor, untouched, chosen, seen, onboarding, kept: [endpoint.kind, voice], notices: app.trace.marks('notice') }).toEqual({
    asked: [`Use 127.0.0.1:${String(server.port)}?`],
    stops: ['skip-all', 'server-practice', 'step-back', 'skip-step', 'step-main'].map((name) => ({ name, seen: true })),
    refused: 'refused',
    wrong: 'wrong-key',
    poor: 'no-credit',
    untouched: 'practice',
    chosen: ['custom', 'keychain'],
    seen: ['microphone', 'key', 'talk'],
    onboarding: 'done',
    kept: ['custom', 'cedar'],
    notices: [],
  })
})
