import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { everythingByAddress, filesystemByAddress, type ServerByAddress } from '../../support/mcp/by-address'
import { signInAuthority, type SignInAuthority } from '../../support/mcp/sign-in/authority'
import { browse } from '../../support/mcp/sign-in/browser'
import { guardedServer } from '../../support/mcp/sign-in/guarded-server'
import { axeFaults } from '../support/app/axe'
import { eventually } from '../support/app/eventually'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { settingsPage } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { startRig, type Rig } from '../support/sound/rig'
import { newTalk } from '../support/talk/typed-talk'
import { armedCard, callLines, cardGone, catchOpened, holdApproveKey } from '../support/tools/cards'

/** Servers by their address as a person uses them: one that wants a sign-in (the browser and back, signed out), and the reference servers. */
let rig: Rig
let talking: PracticeApp
let page: Page
let authority: SignInAuthority
let server: Awaited<ReturnType<typeof guardedServer>>
beforeAll(async () => {
  authority = await signInAuthority()
  server = await guardedServer(authority)
  rig = await startRig()
  talking = await startPracticeApp(rig)
  page = await settingsPage(talking.app, 'servers')
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
  authority.stop()
  server.stop()
})

const state = () => page.getByTestId('server-sign-in').getAttribute('data-sign-in')
const phase = () => page.getByTestId('server').getAttribute('data-phase')

test('it says that a sign-in is needed; the browser is opened after a yes to main, and then its tools are there', async () => {
  const { app } = talking
  const opened = await catchOpened(app)
  const asked = await answerDialogs(app, true)
  const added = await page.evaluate((url) => window.preferences.addServer({ kind: 'http', label: 'cloud', url, clientId: '', values: {} }), server.url)
  if (!added.ok) throw new Error('The server was not added.')
  await page.getByTestId('switch-server-cloud').click()
  await eventually(state).toBe('wanted')
  const wanted = await axeFaults(app, page)
  await page.getByTestId('sign-in').focus()
  await page.keyboard.press('Enter')
  await eventually(async () => (await opened()).length).toBe(1)
  const [url = ''] = await opened()
  const open = await state()
  await browse(url)
  await eventually(state).toBe('done')
  await eventually(phase).toBe('ready')
  await eventually(async () => (await page.getByTestId('server-tool-count').innerText()).includes('1 tool to review')).toBe(true)
  const done = await axeFaults(app, page)
  const [token = ''] = server.tokens.slice(-1)
  const leaks = [readFileSync(join(app.userData, 'settings.json'), 'utf8'), await page.innerText('body'), JSON.stringify(await page.evaluate(() => window.preferences.mcpServers()))].filter((text) => text.includes(token))
  expect({ open, at: new URL(url).origin, questions: await asked.questions(), token: token.startsWith('access-'), leaks, axe: [...wanted, ...done] }).toEqual({ open: 'open', at: authority.origin, questions: ['Connect to “cloud”?', 'Sign in for “cloud” in the browser?'], token: true, leaks: [], axe: [] })
})

test('signed out, the place takes the token no more, and a sign-in is needed again', async () => {
  const [token = ''] = server.tokens.slice(-1)
  await page.getByTestId('sign-out').click()
  await eventually(state).toBe('wanted')
  await eventually(() => Promise.resolve(authority.takes(token))).toBe(false)
})

const folder = mkdtempSync(join(tmpdir(), 'parley-files-'))
writeFileSync(join(folder, 'note.txt'), 'the beech is tall')

test.each<readonly [string, () => Promise<ServerByAddress>, string, object, string]>([
  ['everything', everythingByAddress, 'echo', { message: 'by its address' }, 'by its address'],
  ['files', () => filesystemByAddress(folder), 'read_text_file', { path: join(folder, 'note.txt') }, 'the beech is tall'],
])('the reference server “%s” by its address: its tools are looked at, and the model calls one', async (label, start, tool, args, expected) => {
  const { app } = talking
  const reference = await start()
  try {
    await eventually(() => fetch(reference.url).then(() => true, () => false)).toBe(true)
    await answerDialogs(app, true)
    await page.evaluate((form) => window.preferences.addServer(form), { kind: 'http' as const, label, url: reference.url, clientId: '', values: {} })
    const row = page.locator(`[data-testid="server"][data-label="${label}"]`)
    await page.getByTestId(`switch-server-${label}`).click()
    await eventually(() => row.getAttribute('data-phase')).toBe('ready')
    await row.getByTestId('server-open').click()
    await row.getByTestId('unseen-tools').waitFor()
    await row.getByTestId('allow-tools').click()
    await eventually(() => row.locator(`[data-testid="server-tool"][data-tool="${tool}"]`).getAttribute('data-on')).toBe('true')
    await newTalk(app)
    await app.page.evaluate((text) => window.assistant.sendText(text), `/call ${label}_${tool} ${JSON.stringify(args)}`)
    await armedCard(app)
    await holdApproveKey(rig, 900)
    await cardGone(app)
    await eventually(async () => (await callLines(app)).some((line) => line.startsWith(`${label}_${tool} held done`))).toBe(true)
    await eventually(async () => (await app.page.getByTestId('item').allInnerTexts()).join(' ')).toContain(expected)
  } finally {
    reference.stop()
  }
})

/** The last: after a no, main asks nothing for a while. */
test('a no to main opens nothing, and is said', async () => {
  const opened = await catchOpened(talking.app)
  await answerDialogs(talking.app, false)
  await page.getByTestId('sign-in').click()
  await eventually(() => page.getByTestId('sign-in-fault').innerText()).toContain('not confirmed')
  expect(await opened()).toEqual([])
})
