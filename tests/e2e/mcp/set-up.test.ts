import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { settingsPage } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { startRig, type Rig } from '../support/sound/rig'
import { newTalk } from '../support/talk/typed-talk'
import { armedCard, callLines, cardGone, catchOpened, holdApproveKey } from '../support/tools/cards'
import { changeSettings } from '../support/app/change-settings'

/** A real server of the protocol, set up as a person does it: pasted, confirmed to main, looked at, allowed, called, and away again. */
let rig: Rig
let talking: PracticeApp
let page: Page
const pids: number[] = []
beforeAll(async () => {
  rig = await startRig()
  talking = await startPracticeApp(rig)
  page = await settingsPage(talking.app, 'servers')
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})

const MODULE = join(import.meta.dirname, '../../../node_modules/@modelcontextprotocol/server-everything/dist/index.js')
const PASTED = `{ "mcpServers": { // as its makers show it
  "everything": { "command": ${JSON.stringify(process.execPath)}, "args": [${JSON.stringify(MODULE)}, "stdio"], "env": { "EVERYTHING_NOTE": "not-for-any-page" }, },
} }`

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
/** What axe finds in this window. */
async function axe(screen: Page, theme: 'light' | 'dark'): Promise<readonly string[]> {
  await changeSettings(talking.app, { theme })
  await screen.waitForFunction((dark) => window.matchMedia('(prefers-color-scheme: dark)').matches === dark, theme === 'dark')
  await new Promise((resolve) => setTimeout(resolve, 400)) // colours fade in
  const { violations } = await new AxeBuilder({ page: screen }).setLegacyMode(true).exclude('[data-base-ui-focus-guard]').analyze()
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))
}
const row = () => page.getByTestId('server')
const phase = () => row().getAttribute('data-phase')
const shownPid = async (): Promise<number> => Number(/Process\s*(\d+)/.exec(await page.getByTestId('server-lines').innerText())?.[1] ?? 0)
const settingsFile = () => readFileSync(join(talking.app.userData, 'settings.json'), 'utf8')

async function pasted(text: string): Promise<void> {
  await page.getByTestId('add-by-paste').click()
  await page.getByTestId('paste-json').fill(text)
  await page.getByTestId('read-json').click()
  await page.getByTestId('server-draft').waitFor()
}

test('what is pasted is added switched off, and its secret is shown to no page and in no file', async () => {
  await pasted(PASTED)
  const shown = await page.getByTestId('server-draft').innerText()
  await page.getByTestId('add-draft').click()
  await row().waitFor()
  const listed = await page.evaluate(() => window.preferences.mcpServers())
  expect({ command: shown.includes(MODULE), name: shown.includes('EVERYTHING_NOTE'), leaks: [shown, await page.innerText('body'), JSON.stringify(listed), settingsFile()].filter((text) => text.includes('not-for-any-page')), phase: await phase(), consent: await row().getAttribute('data-consent') })
    .toEqual({ command: true, name: true, leaks: [], phase: 'off', consent: 'new' })
})

test('it starts after a yes to main; its tools are off until they are looked at, and then the model can call one', async () => {
  const { app } = talking
  const asked = await answerDialogs(app, true)
  await page.getByTestId('switch-server-everything').click()
  await eventually(phase).toBe('ready')
  await page.getByTestId('server-open').click()
  await page.getByTestId('unseen-tools').waitFor()
  pids.push(await shownPid())
  const faults = [...(await axe(page, 'light')), ...(await axe(page, 'dark'))]
  const inFull = await page.getByTestId('unseen-tool').first().innerText()
  await page.getByTestId('allow-tools').click()
  await eventually(() => page.locator('[data-testid="server-tool"][data-tool="echo"]').getAttribute('data-on')).toBe('true')
  await newTalk(app)
  await app.page.evaluate(() => window.assistant.sendText('/call everything_echo {"message":"the beech is tall"}'))
  const card = await armedCard(app)
  await holdApproveKey(rig, 900)
  await cardGone(app)
  await eventually(() => callLines(app)).toEqual([expect.stringContaining('everything_echo held done')])
  await eventually(async () => (await app.page.getByTestId('item').allInnerTexts()).join(' ')).toContain('the beech is tall')
  expect({ faults, inFull: ['Echoes back', '"message"', 'Message to echo'].filter((words) => !inFull.includes(words)), questions: await asked.questions(), source: card.source, level: card.level, alive: pids.map(isAlive) }).toEqual({ faults: [], inFull: [], questions: ['Start “everything” on this computer?'], source: 'everything', level: 3, alive: [true] })
})

/** A server asks for a page in the browser while the model calls it. */
async function asksForPage(url: string): Promise<void> {
  await newTalk(talking.app)
  await talking.app.page.evaluate((args) => window.assistant.sendText(`/call everything_trigger-url-elicitation ${args}`), JSON.stringify({ url }))
  await armedCard(talking.app)
  await holdApproveKey(rig, 900)
  await talking.app.page.getByTestId('question').waitFor()
}

test('a question of the server names it and the host; Escape declines it, and a page opens only after main has asked', async () => {
  const { page: panel } = talking.app
  const opened = await catchOpened(talking.app)
  const asked = await answerDialogs(talking.app, true)
  await asksForPage('https://example.org/first')
  const shown = [await panel.getByTestId('question-title').innerText(), await panel.getByTestId('question-host').innerText()]
  const faults = await axe(panel, 'light')
  await panel.getByTestId('question').press('Escape')
  await panel.getByTestId('question').waitFor({ state: 'detached' })
  const declined = [await opened(), await asked.questions()]
  await asksForPage('https://example.org/second')
  await panel.getByTestId('question-send').click()
  await eventually(opened).toEqual(['https://example.org/second'])
  expect({ shown, faults, declined, questions: await asked.questions() }).toEqual({ shown: ['Question from “everything”', 'example.org'], faults: [], declined: [[], []], questions: ['Open example.org?'] })
})

test('it is restarted, switched off and on again without a question, and removed with its process', async () => {
  const [first = 0] = pids
  await page.getByTestId('server-restart').click()
  await eventually(async () => { const pid = await shownPid(); return pid !== 0 && pid !== first && (await phase()) === 'ready' }).toBe(true)
  pids.push(await shownPid())
  await page.getByTestId('server-log-open').click()
  await eventually(() => page.getByTestId('server-log').inputValue()).not.toBe('')
  await page.getByTestId('switch-server-everything').click()
  await eventually(() => pids.filter(isAlive)).toEqual([])
  const asked = await answerDialogs(talking.app, false)
  await page.getByTestId('switch-server-everything').click()
  await eventually(phase).toBe('ready')
  pids.push(await shownPid())
  await page.getByTestId('server-remove').click()
  await page.getByTestId('server-removed').waitFor()
  await eventually(() => pids.filter(isAlive)).toEqual([])
  await page.getByTestId('put-back-server').click()
  await eventually(phase).toBe('ready')
  expect(await asked.questions()).toEqual([])
})

test('a page that was taken over adds what it likes, and starts nothing', async () => {
  const asked = await answerDialogs(talking.app, false)
  const refused = await page.evaluate(async () => {
    const added = await window.preferences.addServer({ kind: 'stdio', label: 'evil', command: '/bin/sh', args: ['-c', 'sleep 600'], cwd: '', values: {} })
    const id = added.ok ? (added.value.servers.find(({ config }) => config.label === 'evil')?.config.id ?? '') : ''
    const turned = await window.preferences.turnServer(id, true)
    await window.preferences.restartServer(id)
    return turned.ok ? turned.value.refusal : 'failed'
  })
  const listed = await page.evaluate(() => window.preferences.mcpServers())
  const state = listed.ok ? listed.value.servers.find(({ config }) => config.label === 'evil')?.state : null
  expect({ refused, phase: state?.phase, pid: state?.pid, questions: await asked.questions() }).toEqual({ refused: 'Nothing was changed. The change was not confirmed.', phase: 'off', pid: null, questions: ['Start “evil” on this computer?'] })
})

test('what cannot be read has one sentence, and stays where it was pasted', async () => {
  await page.getByTestId('add-by-paste').click()
  await page.getByTestId('paste-json').fill('{"mcpServers": {')
  await page.getByTestId('read-json').click()
  await eventually(() => page.locator('.servers-add .field-problem').first().innerText()).toContain('This is not valid JSON')
  expect(await page.getByTestId('paste-json').inputValue()).toBe('{"mcpServers": {')
})

test('when Parley ends, no process is left', async () => {
  const listed = await page.evaluate(() => window.preferences.mcpServers())
  const running = listed.ok ? listed.value.servers.flatMap(({ state }) => state?.pid ?? []) : []
  await talking.app.close()
  await eventually(() => [...pids, ...running].filter(isAlive)).toEqual([])
  expect(running).toHaveLength(1)
})
