import { setTimeout as delay } from 'node:timers/promises'
import type { Page } from 'playwright'
import { answerDialogs } from '../e2e/support/app/system-dialog'
import { catchOpened } from '../e2e/support/tools/cards'
import { serveEmbeddings, type ServedEmbeddings } from '../support/knowledge/served-embeddings'
import { fresh, page, typed } from './card-stage'
import { tab } from './history-scenes'
import { folders, knowledge, told, untold } from './knowledge-stage'
import { change, type Scene, type Stage } from './stage'

const CURRENT = { state: 'current', files: 15, waiting: 0, unread: 12, otherKinds: 1 } as const
const SMALL = { state: 'current', files: 1, waiting: 0, unread: 0, otherKinds: 0 } as const

async function settled(stage: Stage): Promise<void> {
  await told(stage, CURRENT, SMALL)
  await untold(stage)
}

async function unread(stage: Stage): Promise<Page> {
  const settings = await told(stage, CURRENT, SMALL)
  await settings.getByTestId('unread-head').click()
  await settings.getByTestId('unread-file').nth(11).waitFor()
  return settings
}

async function embedder(stage: Stage): Promise<Page> {
  const settings = await told(stage, CURRENT, SMALL)
  await settings.getByTestId('select-embedder').click()
  await settings.getByRole('option', { name: 'OpenAI' }).click()
  await settings.getByTestId('use-embedder').scrollIntoViewIfNeeded()
  return settings
}

/** A question that is looked up, and what practice says then. */
async function answered(stage: Stage, query: string, answer: string): Promise<Page> {
  await folders(stage)
  stage.practice.addScript([
    { outputs: [{ kind: 'function-call', name: 'search_knowledge', arguments: JSON.stringify({ query }) }] },
    { outputs: [{ kind: 'say', text: answer }] },
  ])
  await typed(stage, 'How much notice does the lamp shop need?')
  await page(stage).getByTestId('sources').waitFor()
  await page(stage).locator('[data-testid="item"][data-status="done"]').nth(2).waitFor({ timeout: 15_000 })
  await delay(300)
  return page(stage)
}

const SHOP = 'lamp shop in Harrow Lane'

let embeddings: ServedEmbeddings | null = null

/** What left to be found by meaning: the passages of two folders, and a question. */
async function sent(stage: Stage): Promise<Page> {
  const settings = await folders(stage)
  embeddings = await serveEmbeddings()
  await answerDialogs(stage.app, true)
  await settings.evaluate((url) => window.preferences.useEmbedder({ url, model: 'hashed', dimensions: null, queryPrefix: '', passagePrefix: '' }, null), embeddings.url)
  await answered(stage, SHOP, 'Eleven weeks.')
  const history = await tab(stage, 'Privacy')
  await history.getByTestId('sent-row').nth(1).waitFor()
  await history.getByTestId('sent-total').scrollIntoViewIfNeeded()
  return history
}

async function unsent(stage: Stage): Promise<void> {
  await (await knowledge(stage)).evaluate(() => window.preferences.dropEmbedder())
  embeddings?.stop()
  await fresh(stage)
}

/** Folders, what became of them, and what answers name of them. */
export const KNOWLEDGE_SCENES: readonly Scene[] = [
  { name: 'knowledge-none', prepare: knowledge },
  { name: 'knowledge-reading', prepare: (stage) => told(stage, { state: 'reading', files: 343, waiting: 131, unread: 2, otherKinds: 3 }, SMALL), undo: settled },
  {
    name: 'knowledge-paused',
    prepare: async (stage) => {
      await folders(stage)
      const settings = await knowledge(stage)
      await settings.getByTestId('switch-pause-reading').click()
      return told(stage, { state: 'reading', files: 343, waiting: 131, unread: 2, otherKinds: 3 }, SMALL)
    },
    undo: async (stage) => {
      await (await knowledge(stage)).getByTestId('switch-pause-reading').click()
      await settled(stage)
    },
  },
  { name: 'knowledge-missing', prepare: (stage) => told(stage, { state: 'missing', files: 15, waiting: 0, unread: 0, otherKinds: 0 }, SMALL), undo: settled },
  { name: 'knowledge-unread', prepare: unread, undo: async (stage) => (await (await knowledge(stage)).getByTestId('unread-head').click(), await untold(stage)) },
  { name: 'knowledge-embedder', prepare: embedder, undo: async (stage) => (await knowledge(stage)).getByTestId('section-knowledge').evaluate((section) => { section.scrollTop = 0 }).then(() => untold(stage)) },
  {
    name: 'knowledge-removed',
    prepare: async (stage) => {
      const settings = await folders(stage)
      await settings.getByTestId('remove-folder').nth(1).click()
      await settings.getByTestId('put-back-folder').waitFor()
      await settings.getByTestId('put-back-folder').scrollIntoViewIfNeeded()
      return settings
    },
    undo: async (stage) => {
      const settings = await knowledge(stage)
      await settings.getByTestId('put-back-folder').click()
      await settings.getByTestId('knowledge-folder').nth(1).waitFor()
    },
  },
  { name: 'sources-named', prepare: (stage) => answered(stage, SHOP, 'It is given up with eleven weeks of notice, says Lease.md, and “Letter to the landlord” has a word about the heating.'), undo: fresh },
  {
    name: 'sources-opened',
    prepare: async (stage) => {
      await catchOpened(stage.app)
      const panel = await answered(stage, SHOP, 'It is given up with eleven weeks of notice, says Lease.md.')
      await panel.getByTestId('source').first().click()
      await delay(300)
      return panel
    },
    undo: fresh,
  },
  { name: 'sources-given', prepare: (stage) => answered(stage, SHOP, 'Eleven weeks.'), undo: fresh },
  { name: 'sources-unknown', prepare: (stage) => answered(stage, SHOP, 'Eleven weeks [Z7], as in Lease.md.'), undo: fresh },
  { name: 'sources-nothing', prepare: (stage) => answered(stage, 'zebra crossings on Mars', 'I found nothing about that.'), undo: fresh },
  { name: 'history-sent', prepare: sent, undo: unsent },
  { name: 'sources-hover', prepare: async (stage) => (await answered(stage, SHOP, 'It is given up with eleven weeks of notice, says Lease.md.'), await page(stage).getByTestId('item').last().hover(), page(stage)), undo: async (stage) => (await fresh(stage), await change(stage, { theme: 'system' })) },
]
