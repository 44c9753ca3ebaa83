import { join } from 'node:path'
import type { Page } from 'playwright'
import { setTimeout as delay } from 'node:timers/promises'
import { signInAuthority } from '../support/mcp/sign-in/authority'
import { browse } from '../support/mcp/sign-in/browser'
import { guardedServer } from '../support/mcp/sign-in/guarded-server'
import { catchOpened } from '../e2e/support/tools/cards'
import { answerDialogs } from '../e2e/support/app/system-dialog'
import { settingsPage } from '../e2e/support/app/settings-page'
import { APPROVE, asked as cardFor, card, fresh, full, page as panelOf, typed } from './card-stage'
import type { Scene, Stage } from './stage'

const HOSTILE = join(import.meta.dirname, '../support/mcp/hostile-server.mjs')
const MODULE = join(import.meta.dirname, '../../node_modules/@modelcontextprotocol/server-everything/dist/index.js')
const PASTED = JSON.stringify({
  mcpServers: {
    files: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-filesystem', '/home/you/Documents'] },
    tickets: { url: 'https://tickets.example.com/mcp', headers: { Authorization: 'Bearer ${env:TICKETS_TOKEN}' } },
    broken: { type: 'sse', url: 'https://example.com/sse' },
  },
})

const servers = ({ app }: Stage): Promise<Page> => settingsPage(app, 'servers')

async function end(page: Page): Promise<Page> {
  await page.getByTestId('section-servers').evaluate((element) => { element.scrollTop = element.scrollHeight })
  return page
}

async function added(stage: Stage): Promise<Page> {
  await answerDialogs(stage.app, true)
  const page = await servers(stage)
  await page.evaluate(async ([command, module]) => {
    await window.preferences.addServer({ kind: 'stdio', label: 'everything', command, args: [module, 'stdio'], cwd: '', values: {} })
    await window.preferences.addServer({ kind: 'stdio', label: 'cleaner', command: 'sudo', args: ['bash', '-c', 'rm -rf /tmp/old'], cwd: '', values: { NODE_OPTIONS: '--inspect' } })
  }, [process.execPath, MODULE] as const)
  await page.getByTestId('switch-server-everything').click()
  await page.locator('[data-testid="server"][data-phase="ready"]').waitFor({ timeout: 20_000 })
  return page
}

const open = (page: Page, label: string) => page.locator(`[data-testid="server"][data-label="${label}"]`).getByTestId('server-open').click()

/** A server with one switch of a bad one, its tool allowed. */
async function withHostile(stage: Stage, label: string, ...switches: readonly string[]): Promise<void> {
  await answerDialogs(stage.app, true)
  const page = await servers(stage)
  await page.evaluate(async ([command, module, name, on]) => {
    await window.preferences.addServer({ kind: 'stdio', label: name, command, args: [module, ...on], cwd: '', values: {} })
  }, [process.execPath, HOSTILE, label, switches] as const)
  await page.getByTestId(`switch-server-${label}`).click()
  await page.locator(`[data-testid="server"][data-label="${label}"][data-phase="ready"]`).waitFor({ timeout: 20_000 })
  await open(page, label)
  await page.getByTestId('allow-tools').click()
  await page.locator('[data-testid="server-tool"][data-on="true"]').first().waitFor()
}

async function approved(stage: Stage, tool: string): Promise<void> {
  await typed(stage, `/call ${tool} {}`)
  await card(stage)
  await stage.rig.keyDown(APPROVE)
  await full(stage)
  await stage.rig.keyUp(APPROVE)
}

async function asked(stage: Stage, tool: string): Promise<Page> {
  await approved(stage, tool)
  await panelOf(stage).getByTestId('question').waitFor()
  return panelOf(stage)
}

/** One that the voice server connects to, with what it has, and one that was not listed yet. */
async function hosted(stage: Stage): Promise<Page> {
  await answerDialogs(stage.app, true)
  const page = await servers(stage)
  await page.evaluate(async () => {
    await window.preferences.addHosted({ label: 'docs', kind: 'url', place: 'https://tools.example.org/mcp', key: 'made-up', tools: ['find', 'read_page'] })
    await window.preferences.addHosted({ label: 'calendar', kind: 'connector', place: 'connector_googlecalendar', key: 'made-up', tools: [] })
  })
  await page.getByTestId('hosted-open').click()
  await page.locator('[data-testid="hosted-server"][data-label="docs"][data-phase="listed"]').waitFor()
  await page.getByTestId('section-servers').evaluate((section) => { section.scrollTop = section.querySelector<HTMLElement>('[data-testid="hosted-open"]')?.offsetTop ?? 0 })
  return page
}

const noAnswer = async (stage: Stage): Promise<void> => {
  await panelOf(stage).getByTestId('question-decline').click()
  await fresh(stage)
}

let place: { readonly stop: () => void } | null = null

/** A server that lets nobody in without a sign-in, and the place where one signs in. */
async function guarded(stage: Stage): Promise<Page> {
  const authority = await signInAuthority()
  const server = await guardedServer(authority)
  place = { stop: () => [server, authority].forEach(({ stop }) => void stop()) }
  await answerDialogs(stage.app, true)
  const page = await servers(stage)
  await page.evaluate((url) => window.preferences.addServer({ kind: 'http', label: 'cloud', url, clientId: '', values: {} }), server.url)
  await page.getByTestId('switch-server-cloud').click()
  return signIn(page, 'wanted')
}

async function signIn(page: Page, how: 'wanted' | 'done'): Promise<Page> {
  await page.locator(`[data-testid="server-sign-in"][data-sign-in="${how}"]`).waitFor({ timeout: 20_000 })
  await page.getByTestId('server-sign-in').scrollIntoViewIfNeeded()
  return page
}

async function signedIn(stage: Stage): Promise<Page> {
  const opened = await catchOpened(stage.app)
  const page = await servers(stage)
  await page.getByTestId('sign-in').click()
  while ((await opened()).length === 0) await delay(100)
  await browse((await opened())[0] ?? '')
  return signIn(page, 'done')
}

export const SERVER_SCENES: readonly Scene[] = [
  { name: 'servers-none', prepare: servers },
  {
    name: 'servers-pasted',
    prepare: async (stage) => {
      const page = await servers(stage)
      await page.getByTestId('add-by-paste').click()
      await page.getByTestId('paste-json').fill(PASTED)
      await page.getByTestId('read-json').click()
      await page.getByTestId('server-draft').nth(1).waitFor()
      return page
    },
    undo: async (stage) => (await servers(stage)).getByTestId('close-paste').click(),
  },
  {
    name: 'servers-form',
    prepare: async (stage) => {
      const page = await servers(stage)
      await page.getByTestId('add-by-form').click()
      await page.getByTestId('add-value').click()
      return page
    },
    undo: async (stage) => (await servers(stage)).getByRole('button', { name: 'Cancel' }).click(),
  },
  { name: 'servers-list', prepare: added },
  {
    name: 'servers-look',
    prepare: async (stage) => {
      const page = await servers(stage)
      await open(page, 'everything')
      await page.getByTestId('unseen-tools').waitFor()
      return page
    },
  },
  { name: 'servers-look-end', prepare: async (stage) => { const page = await servers(stage); await page.getByTestId('allow-tools').scrollIntoViewIfNeeded(); return page } },
  {
    name: 'servers-tools',
    prepare: async (stage) => {
      const page = await servers(stage)
      await page.getByTestId('allow-tools').click()
      await page.getByTestId('server-tool').first().scrollIntoViewIfNeeded()
      return page
    },
  },
  {
    name: 'servers-log',
    prepare: async (stage) => {
      const page = await servers(stage)
      await page.getByTestId('server-log-open').click()
      await page.getByTestId('server-log').scrollIntoViewIfNeeded()
      return page
    },
  },
  { name: 'servers-question', prepare: (stage) => asked(stage, 'everything_trigger-elicitation-request'), undo: noAnswer },
  {
    name: 'servers-question-fault',
    prepare: async (stage) => {
      await withHostile(stage, 'forms', 'asks-name')
      const panel = await asked(stage, 'forms_echo')
      await panel.getByTestId('question-send').click()
      await panel.getByTestId('question').locator('[role="alert"]:not(:empty)').first().waitFor()
      return panel
    },
    undo: noAnswer,
  },
  {
    name: 'servers-secret-refused',
    prepare: async (stage) => {
      await withHostile(stage, 'login', 'asks-password')
      await approved(stage, 'login_echo')
      await panelOf(stage).locator('[data-testid="item"][data-kind="tool"][data-status="done"]').last().waitFor()
      await panelOf(stage).getByTestId('tool-line-head').last().click()
      await delay(800)
      return panelOf(stage)
    },
    undo: fresh,
  },
  {
    name: 'servers-refused-log',
    prepare: async (stage) => {
      const page = await servers(stage)
      await page.getByTestId('server-log-open').click()
      await page.getByTestId('server-log').scrollIntoViewIfNeeded()
      return page
    },
  },
  { name: 'servers-hosted', prepare: hosted },
  { name: 'servers-hosted-form', prepare: async (stage) => end(await servers(stage)) },
  { name: 'servers-hosted-card', prepare: (stage) => cardFor(stage, '/hosted docs find {"q":"opening hours on Thursday"}'), undo: fresh },
  { name: 'servers-sign-in', prepare: guarded },
  { name: 'servers-sign-in-done', prepare: signedIn, undo: async () => place?.stop() },
  { name: 'servers-caution', prepare: async (stage) => { const page = await servers(stage); await open(page, 'cleaner'); return end(page) } },
]
