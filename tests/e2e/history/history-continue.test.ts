import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PracticeServer, startPracticeServer } from '../../support/practice/practice-server'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { readHistory, storedItems } from '../support/history/history-db'
import { historyPage } from '../support/history/history-page'
import { session } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { ask, newTalk, wordsOf } from '../support/talk/typed-talk'

/** An old talk goes on: in the panel, at the server, in the database; over a restart, as people do it the day after. */
let rig: Rig
let practice: PracticeServer
let app: App
beforeAll(async () => {
  rig = await startRig()
  practice = await startPracticeServer()
  const userData = join(rig.folder, 'continue')
  const yesterday = await startApp(rig, { userData })
  await useEndpoint(yesterday, practice)
  await ask(yesterday, 'Oaks?')
  await ask(yesterday, 'Elms?')
  await newTalk(yesterday)
  await ask(yesterday, 'Bread?')
  await yesterday.close()
  app = await startApp(rig, { userData })
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await rig.stop()
})

const told = () => session(practice).context.map(({ role, text }) => `${String(role)}: ${text}`)
const shown = () => wordsOf(app.page, 'item')
const stored = (first: string) => {
  const rows = readHistory(app.userData, storedItems)
  const talk = rows.find(({ text }) => text === first)?.conversation
  return rows.filter(({ conversation }) => conversation === talk).map(({ text }) => text)
}
const openConversation = async (words: string) => {
  const page = await historyPage(app)
  await page.getByTestId('history-row').filter({ hasText: words }).click()
  await eventually(() => wordsOf(page, 'talk-title')).toEqual([words]) // the one before stays until this one is there
  return page
}

test('continued, it stands in the panel and the server knows it; what is said now comes behind it', async () => {
  const page = await openConversation('Oaks?')
  const since = app.trace.now()
  await page.getByTestId('continue-talk').click()
  await app.trace.untilReady({ since })
  await eventually(shown).toEqual(['You: Oaks?', 'Parley: Oaks?', 'You: Elms?', 'Parley: Elms?'])
  const yesterday = ['user: Oaks?', 'assistant: Oaks?', 'user: Elms?', 'assistant: Elms?']
  await eventually(told).toEqual(yesterday)
  await ask(app, 'Ash?')
  const words = ['Oaks?', 'Oaks?', 'Elms?', 'Elms?', 'Ash?', 'Ash?']
  await eventually(() => stored('Oaks?')).toEqual(words)
  expect({ told: told(), shown: await shown() }).toEqual({
    told: [...yesterday, 'user: Ash?', 'assistant: Ash?'],
    shown: words.map((text, index) => `${index % 2 === 0 ? 'You' : 'Parley'}: ${text}`),
  })
})

test.each([
  ['told of yesterday', 'Elms?', ['Oaks?', 'Oaks?', 'Elms?', 'Ash?', 'Ash?'], [0, 3]],
  ['said today', 'Ash?', ['Oaks?', 'Oaks?', 'Elms?', 'Ash?'], [0]],
])('a message deleted from the talk that is being held (%s): gone from the panel, the database and the server', async (_when, words, left, mine) => {
  const page = await openConversation('Oaks?')
  const message = page.getByTestId('history-item').filter({ hasText: words }).first()
  await message.hover()
  await message.getByTestId('remove-item').click()
  await eventually(() => told().map((line) => line.replace(/^\w+: /, ''))).toEqual(left)
  await eventually(() => stored('Oaks?')).toEqual(left)
  expect(await shown()).toEqual(left.map((text, index) => `${mine.includes(index) ? 'You' : 'Parley'}: ${text}`))
})

test('a new conversation after it: nothing of the old one is told', async () => {
  const since = app.trace.now()
  await newTalk(app)
  await app.trace.untilReady({ since })
  await ask(app, 'Tea?')
  await eventually(() => stored('Tea?')).toEqual(['Tea?', 'Tea?'])
  expect({ told: told(), shown: await shown(), old: stored('Oaks?').length }).toEqual({
    told: ['user: Tea?', 'assistant: Tea?'],
    shown: ['You: Tea?', 'Parley: Tea?'],
    old: 4,
  })
})

test('the conversation in the panel is deleted in the history: the panel begins anew, and the server has forgotten it', async () => {
  const page = await openConversation('Tea?')
  const since = app.trace.now()
  await page.getByTestId('remove').click()
  await app.trace.untilReady({ since })
  await eventually(shown).toEqual([])
  await ask(app, 'Milk?')
  await eventually(() => stored('Milk?')).toEqual(['Milk?', 'Milk?'])
  expect(told()).toEqual(['user: Milk?', 'assistant: Milk?'])
})
