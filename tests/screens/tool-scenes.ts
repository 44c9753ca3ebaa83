import { setTimeout as delay } from 'node:timers/promises'
import { answerDialogs } from '../e2e/support/app/system-dialog'
import { settingsPage } from '../e2e/support/app/settings-page'
import { URL, allowed, asked, clipboard, fresh, honest, page, shown, typed } from './card-stage'
import { tab } from './history-scenes'
import type { Scene } from './stage'

export const TOOL_SCENES: readonly Scene[] = [
  {
    name: 'tool-runs',
    prepare: async (stage) => {
      await typed(stage, 'Count the files in my folder.\n/call now {}')
      await page(stage).getByTestId('tool-line').waitFor()
      await delay(2_500)
      const item = await page(stage).locator('[data-kind="tool"]').last().getAttribute('data-item')
      return shown(stage, { running: [{ item: (item ?? '') as never, title: 'Count files', state: 'runs', progress: '310 of 1,200' }] })
    },
    undo: honest,
  },
  {
    name: 'tool-steps',
    prepare: async (stage) => {
      const call = (expression: string) => ({ kind: 'function-call', name: 'calculate', arguments: JSON.stringify({ expression }) }) as const
      stage.practice.addScript([{ outputs: ['17 * 23', '391 / 7', '56 + 4', '60 ^ 2'].map(call) }, { outputs: [{ kind: 'say', text: 'It is three thousand six hundred.' }] }])
      await typed(stage, 'And squared?')
      await page(stage).getByTestId('steps').waitFor()
      return page(stage)
    },
    undo: fresh,
  },
  {
    name: 'tool-undo',
    prepare: async (stage) => {
      await clipboard(stage, 'What was there before')
      await allowed(stage, '/call clipboard_write {"text":"Thursday, 15:00, Dr. Lind"}')
      await page(stage).getByTestId('undo-offer').waitFor()
      return page(stage)
    },
    undo: fresh,
  },
  {
    name: 'tool-line-open',
    prepare: async (stage) => {
      await typed(stage, '/call calculate {"expression":"17 * 23"}')
      await page(stage).getByTestId('tool-line-head').last().click()
      await page(stage).getByTestId('tool-line-facts').last().waitFor()
      await delay(400)
      return page(stage)
    },
    undo: fresh,
  },
  {
    name: 'tool-line-sent',
    prepare: async (stage) => {
      await typed(stage, '/call list_timers {}')
      await page(stage).getByTestId('tool-line-head').last().click()
      await page(stage).getByTestId('tool-line-sent').last().locator('summary').click()
      await delay(400)
      return page(stage)
    },
    undo: fresh,
  },
  { name: 'tool-choice', prepare: async (stage) => (await page(stage).getByTestId('more').click(), page(stage)), undo: async (stage) => (await page(stage).keyboard.press('Escape'), await fresh(stage)) },
  {
    name: 'tool-actions',
    prepare: async (stage) => {
      const history = await tab(stage, 'Actions')
      await history.getByTestId('action').first().waitFor()
      await history.getByTestId('action-head').first().click()
      return history
    },
  },
  { name: 'tool-no-memory', prepare: (stage) => tab(stage, 'Memory') },
  {
    name: 'tool-memory',
    prepare: async (stage) => {
      for (const text of ['I am allergic to nuts.', 'My sister Anna lives in Tromsø.', 'Answer in short sentences.']) {
        await typed(stage, `/call remember ${JSON.stringify({ text, kind: text.startsWith('Answer') ? 'wish' : 'fact' })}`)
        await page(stage).getByTestId('undo-offer').filter({ hasText: text }).waitFor()
      }
      const history = await tab(stage, 'Memory')
      await history.getByTestId('fact').nth(2).waitFor()
      await history.getByTestId('remove-fact').nth(2).click()
      await history.getByTestId('edit-fact').first().click()
      return history
    },
    undo: fresh,
  },
  { name: 'tool-remembered', prepare: async (stage) => (await typed(stage, '/call remember {"text":"The key is at number 12."}'), await page(stage).getByTestId('undo-offer').waitFor(), page(stage)), undo: fresh },
  {
    name: 'tool-settings',
    prepare: async (stage) => {
      await answerDialogs(stage.app, true)
      await asked(stage, URL)
      await page(stage).getByTestId('card-always').click()
      await page(stage).getByTestId('always-30-days').click()
      await page(stage).getByTestId('card').waitFor({ state: 'detached' })
      return settingsPage(stage.app, 'tools')
    },
  },
  {
    name: 'tool-settings-end',
    prepare: async (stage) => {
      const settings = await settingsPage(stage.app, 'tools')
      await settings.getByTestId('section-tools').evaluate((element) => { element.scrollTop = element.scrollHeight })
      return settings
    },
    undo: fresh,
  },
]
