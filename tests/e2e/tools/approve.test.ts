import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { catchOpened, armedCard, cardGone, holdApproveKey, pressInPanel, toolsView } from '../support/tools/cards'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { bringForward } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { startRig, type Rig } from '../support/sound/rig'

let rig: Rig
let talking: PracticeApp
let opened: () => Promise<readonly string[]>
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
})
beforeEach(async () => {
  opened = await catchOpened(talking.app)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

/** Practice calls what is typed. */
const call = (tool: string, args: object): Promise<unknown> => talking.app.page.evaluate((text) => window.assistant.sendText(text), `/call ${tool} ${JSON.stringify(args)}`)

async function painted(): Promise<void> {
  await eventually(async () => (await toolsView(talking.app)).card?.id ?? null).not.toBe(null)
  await talking.app.page.evaluate((id) => window.assistant.cardShown(id, 'panel'), (await toolsView(talking.app)).card?.id ?? '')
}

test('the approve key, held, opens the page; the hook sees the key though no other program gets it', async () => {
  await call('open_url', { url: 'https://example.org/' })
  await painted()
  await bringForward(talking.app, 'index')
  await talking.app.page.evaluate(() => {
    const keys: string[] = []
    Object.assign(window, { keysOfPage: keys })
    window.addEventListener('keydown', ({ key }) => keys.push(key), true)
  })
  const card = await armedCard(talking.app)
  await holdApproveKey(rig, 200)
  const afterTap = await opened()
  await holdApproveKey(rig, 900)
  await cardGone(talking.app)
  await eventually(opened).toEqual(['https://example.org/'])
  const keysOfPage = await talking.app.page.evaluate(() => (window as unknown as { readonly keysOfPage: readonly string[] }).keysOfPage)
  await holdApproveKey(rig, 50)
  await eventually(() => talking.app.page.evaluate(() => (window as unknown as { readonly keysOfPage: readonly string[] }).keysOfPage)).toContain('Enter') // given back
  expect({ afterTap, label: card.keyLabel, level: card.level, keysOfPage: keysOfPage.includes('Enter') }).toEqual({ afterTap: [], label: 'Ctrl+Alt+Enter', level: 3, keysOfPage: false })
})

test('the button counts only while a person presses something in the panel, whatever its page says', async () => {
  const { app } = talking
  await call('clipboard_read', {})
  await painted()
  const { id } = await armedCard(app)
  await app.page.evaluate(async (card) => {
    window.assistant.holdCard(card)
    await new Promise((resolve) => setTimeout(resolve, 800))
    window.assistant.releaseCard(card, 'up')
  }, id)
  const afterWords = (await toolsView(app)).card?.id
  await bringForward(app, 'index')
  await pressInPanel(rig, app, 900, id)
  await cardGone(app)
  await eventually(async () => (await toolsView(app)).running).toEqual([])
  expect(afterWords).toBe(id)
})

test('what leaves the machine is asked once more by main, when only the button was held', async () => {
  const { app } = talking
  const asked = await answerDialogs(app, false)
  await call('open_url', { url: 'https://example.org/secret' })
  await painted()
  const { id } = await armedCard(app)
  await bringForward(app, 'index')
  await pressInPanel(rig, app, 900, id)
  await cardGone(app)
  expect({ opened: await opened(), asked: await asked.questions() }).toEqual({ opened: [], asked: ['Parley: Open a web page?'] })
})

test('Escape says no to the card first: the answer to that is still heard', async () => {
  const { app } = talking
  const since = app.trace.now()
  await call('open_url', { url: 'https://example.org/no' })
  await painted()
  await rig.tapKeys('Escape')
  await cardGone(app)
  await app.trace.untilPhase('speaking', { since })
  await app.trace.untilPhase('idle', { since })
  expect(await opened()).toEqual([])
})
