import { afterEach, beforeEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { errorWords } from '../../../src/shared/errors/error-words'
import { startApp, type App } from '../support/app/app'
import { choose, endpointUrl, enterKey, startListener } from '../support/app/endpoints'
import { goodTurn, outcome, prepareSpeech, pressUntilTold, told } from '../support/app/outcome'
import { startRig, type KeychainState, type Rig } from '../support/sound/rig'
import { settingsPage } from '../support/app/settings-page'

let rig: Rig
let server: PracticeServer
beforeEach(async () => { server = await startPracticeServer() })
afterEach(async () => {
  await server.close()
  await rig.stop()
})

async function startIn(keychain: KeychainState): Promise<App> {
  rig = await startRig({ keychain })
  await prepareSpeech(rig)
  return startApp(rig)
}

async function enterAndConnect(app: App): Promise<unknown> {
  const since = app.trace.now()
  const entered = await enterKey(app, server.token)
  await app.trace.untilReady({ since })
  return entered
}

const ENTERED = { ok: true, value: 'this-run' }

test.each(['locked', 'none'] as const)('keychain %s: the key works for this run, the person is told, and a restart has forgotten it', async (state) => {
  const app = await startIn(state)
  await choose(app, server.url)
  const since = app.trace.now()
  const entered = await enterKey(app, server.token)
  const said = await outcome(rig, app, since)
  await goodTurn(rig, app)
  await app.close()
  const again = await startApp(rig, { userData: app.userData, ready: false })
  await again.trace.until('a refusal', (mark) => mark['state'] === 'failed')
  const after = await again.view()
  await again.close()
  expect({ entered, said, after: after.secret }).toEqual({ entered: ENTERED, said: told('keychain'), after: 'none' })
})

test('keychain unlocked: the key survives a restart and goes to no other host', async () => {
  const app = await startIn('unlocked')
  await choose(app, server.url)
  const entered = await enterAndConnect(app)
  await app.close()

  const again = await startApp(rig, { userData: app.userData })
  await goodTurn(rig, again)
  const kept = (await again.view()).secret
  const other = await startListener()
  await choose(again, endpointUrl(other.port))
  await choose(again, `ws://localhost:${String(server.port)}/v1/realtime`)
  await again.close()
  await other.close()
  const strangers = other.seen.map(({ authorization, 'api-key': apiKey }) => ({ authorization, apiKey }))
  expect({ entered, kept, strangers, words: JSON.stringify(other.seen).includes(server.token) }).toEqual({
    entered: { ok: true, value: 'keychain' }, kept: 'keychain', strangers: [{}], words: false,
  })
})

test('forgetting a key takes it out of the keychain, and leaves the focus where the next one goes', async () => {
  const app = await startIn('unlocked')
  await choose(app, server.url)
  await enterAndConnect(app)
  const page = await settingsPage(app, 'connection')
  await page.getByRole('button', { name: 'Delete' }).focus()
  await page.keyboard.press('Enter')
  await page.locator('input[name="secret"]').waitFor()
  const focused = await page.evaluate(() => document.activeElement?.getAttribute('name'))
  const long = 'k'.repeat(9_000)
  await page.locator('input[name="secret"]').fill(long)
  await page.getByRole('button', { name: 'Save key' }).click()
  const toldOfLength = await page.locator('.field-problem', { hasText: errorWords('secret-long') }).first().textContent()
  const stillThere = (await page.locator('input[name="secret"]').inputValue()) === long
  await app.close()
  const again = await startApp(rig, { userData: app.userData, ready: false })
  await again.trace.until('a refusal', (mark) => mark['state'] === 'failed')
  const said = await pressUntilTold(rig, again)
  const { secret } = await again.view()
  await again.close()
  expect({ focused, toldOfLength, stillThere, secret, said }).toEqual({ focused: 'secret', toldOfLength: errorWords('secret-long'), stillThere: true, secret: 'none', said: told('auth') })
})
