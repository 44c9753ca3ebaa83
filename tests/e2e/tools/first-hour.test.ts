import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { newTalk } from '../support/talk/typed-talk'
import { toolsView } from '../support/tools/cards'

/** What somebody meets who has set nothing: which wishes are asked about, and which are just done. */
let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const lines = () => talking.app.page.getByTestId('tool-line')
const phase = async () => (await talking.app.view()).phase
const typed = (text: string): Promise<unknown> => talking.app.page.evaluate((words) => window.assistant.sendText(words), text)

/** Says the wish as a model would pass it on; a card is denied. */
async function wish(call: string): Promise<'asked' | 'done'> {
  const { app } = talking
  await newTalk(app)
  await lines().first().waitFor({ state: 'detached' })
  await typed(call)
  const asked = app.page.getByTestId('card')
  await asked.or(app.page.locator('[data-testid="tool-line"][data-sign="check"]')).first().waitFor()
  if ((await toolsView(app)).card === null) return 'done'
  await app.page.getByTestId('card-deny').click()
  await asked.waitFor({ state: 'detached' })
  return 'asked'
}

test('nobody\'s first hour is a row of questions: what is Parley\'s own is done, what is private or leads outside is asked', async () => {
  const wishes = {
    'what time is it': '/call now', 'how many miles are 10 km': '/call calculate {"expression":"10 km in mi"}',
    'set a timer for ten minutes': '/call set_timer {"seconds":600,"text":"Tea"}', 'which timers run': '/call list_timers',
    'remember that I take tea': '/call remember {"text":"I take tea."}', 'write a note': '/call add_note {"text":"Milk"}',
    'what is on my clipboard': '/call clipboard_read', 'put that on the clipboard': '/call clipboard_write {"text":"Milk"}',
    'what is on my screen': '/call look_at_screen', 'open example.org': '/call open_url {"url":"https://example.org/"}',
  }
  const met: Record<string, string> = {}
  for (const [words, call] of Object.entries(wishes)) met[words] = await wish(call)
  expect(met).toEqual({
    'what time is it': 'done', 'how many miles are 10 km': 'done', 'set a timer for ten minutes': 'done', 'which timers run': 'done',
    'remember that I take tea': 'done', 'write a note': 'done',
    'what is on my clipboard': 'asked', 'put that on the clipboard': 'asked', 'what is on my screen': 'asked', 'open example.org': 'asked',
  })
})

test('a line that is unfolded stays where it was pressed, however much it tells', async () => {
  const { page } = talking.app
  await newTalk(talking.app)
  await typed(`Some words first.\n/call add_note {"text":"${'So many words. '.repeat(40)}"}`)
  await page.locator('[data-testid="tool-line"][data-sign="check"]').waitFor()
  await eventually(phase).toBe('idle')
  const head = lines().getByTestId('tool-line-head')
  await head.hover()
  const before = (await head.boundingBox())?.y
  await head.click()
  await page.getByTestId('to-newest').waitFor()
  const after = (await head.boundingBox())?.y
  await page.getByTestId('to-newest').click()
  await page.getByTestId('to-newest').waitFor({ state: 'detached' })
  expect(after).toBe(before)
})
