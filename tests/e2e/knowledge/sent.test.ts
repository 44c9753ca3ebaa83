import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveEmbeddings, type ServedEmbeddings } from '../../support/knowledge/served-embeddings'
import { axeFaults } from '../support/app/axe'
import { eventually } from '../support/app/eventually'
import { choosePath } from '../support/app/file-dialogs'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { filesWith } from '../support/app/processes'
import { settingsPage } from '../support/app/settings-page'
import { answerDialogs } from '../support/app/system-dialog'
import { historyPage } from '../support/history/history-page'
import { startRig, type Rig } from '../support/sound/rig'
import { tabWalk } from '../support/tab-walk'
import { newTalk, wordsOf } from '../support/talk/typed-talk'

/** What leaves to be found by meaning: after a yes to main, told in the history, and gone from there with everything else. */
const LEASE = 'The lamp shop in Harrow Lane is given up with eleven weeks of notice.'
const WILL = 'The quillwort garden goes to Ottilie.'
let rig: Rig
let talking: PracticeApp
let server: ServedEmbeddings
let history: Page
beforeAll(async () => {
  server = await serveEmbeddings()
  rig = await startRig()
  talking = await startPracticeApp(rig)
  const papers = join(rig.folder, 'Papers')
  await mkdir(papers)
  await Promise.all([writeFile(join(papers, 'Lease.txt'), LEASE), writeFile(join(papers, 'Will.txt'), WILL)])
  await choosePath(talking.app, papers)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
  server.stop()
})

const rows = () => wordsOf(history, 'sent-row')
const sentTexts = () => server.asked.flatMap(({ input }) => input)

async function looked(query: string, secret: boolean): Promise<void> {
  const { app } = talking
  await newTalk(app, secret)
  await app.page.evaluate((text) => window.assistant.sendText(text), `/call search_knowledge ${JSON.stringify({ query })}`)
  await app.page.getByTestId('source').first().waitFor()
}

test('nothing is sent before main has asked, with the place in its question; then the passages are', async () => {
  const { app } = talking
  const page = await settingsPage(app, 'knowledge')
  await page.getByTestId('add-folder').click()
  await page.locator('[data-testid="folder-state"][data-state="current"]').waitFor()
  await page.getByTestId('select-embedder').click()
  await page.getByRole('option', { name: 'Another server…' }).click()
  await page.locator('[name="embedder-url"]').fill(server.url)
  await page.locator('[name="embedder-model"]').fill('hashed')
  const { questions: refused } = await answerDialogs(app, false)
  await page.getByTestId('use-embedder').click()
  await eventually(() => page.getByTestId('section-knowledge').innerText()).toContain('not confirmed')
  const before = { asked: await refused(), sent: sentTexts() }
  await new Promise((resolve) => setTimeout(resolve, 10_500)) // main asks nothing for a while after a no
  const { questions } = await answerDialogs(app, true)
  await page.getByTestId('use-embedder').click()
  await eventually(sentTexts).toHaveLength(2)
  const question = `Send the text of your files to 127.0.0.1:${String(server.port)}?`
  expect({ before, asked: await questions(), sent: sentTexts().toSorted() }).toEqual({ before: { asked: [question], sent: [] }, asked: [question], sent: [LEASE, WILL] })
})

test('what was sent stands in no file but the index, and of a private question nothing at all', async () => {
  const { app } = talking
  const holding = async (words: string) => [...new Set((await filesWith(app.userData, words)).map((path) => path.slice(app.userData.length + 1).split('/')[0]))]
  await looked('zebedeesecret quillwort garden', true)
  await newTalk(app)
  const secret = { sent: sentTexts().includes('zebedeesecret quillwort garden'), question: await holding('zebedeesecret'), passage: await holding('quillwort garden') }
  await looked('zebedeeopen lamp shop', false)
  await newTalk(app)
  expect({ secret, open: (await holding('zebedeeopen')).toSorted() }).toEqual({ secret: { sent: true, question: [], passage: ['knowledge'] }, open: ['history', 'knowledge'] })
})

test('the history tells when, of how many files, how much and where; axe finds nothing, and keys reach all of it', async () => {
  const { app } = talking
  history = await historyPage(app)
  await history.getByTestId('tab-privacy').click()
  await eventually(async () => (await rows()).length).toBe(3)
  const told = await rows()
  const faults = await axeFaults(app, history)
  const stops = await tabWalk(history)
  expect({ told, total: await wordsOf(history, 'sent-total'), faults, unseen: stops.filter(({ seen }) => !seen), reached: stops.map(({ name }) => name).includes('sent-part') }).toEqual({
    told: [
      expect.stringMatching(/^\S.* Question 21 This computer$/u),
      expect.stringMatching(/^\S.* Question 30 This computer$/u),
      expect.stringMatching(new RegExp(`^\\S.* Passages from 2 files ${String(LEASE.length + WILL.length)} This computer$`, 'u')),
    ],
    total: [`Total: 3 times, ${String(30 + 21 + LEASE.length + WILL.length)} characters`], faults: [], unseen: [], reached: true,
  })
})

test('“Delete everything” takes the account along', async () => {
  const before = (await rows()).length
  await answerDialogs(talking.app, true)
  await history.getByTestId('remove-everything').click()
  await eventually(async () => (await wordsOf(history, 'removed-everything'))[0]).toMatch(/^Deleted /u)
  await history.getByTestId('sent-part').waitFor({ state: 'detached' })
  const answer = await history.evaluate(() => window.records.sentText(null, 100))
  expect({ before, after: answer.ok && answer.value.rows.length, sendings: answer.ok && answer.value.totals.sendings }).toEqual({ before: 3, after: 0, sendings: 0 })
})
