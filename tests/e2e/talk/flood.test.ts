import { afterAll, beforeAll, expect, test } from 'vitest'
import { floodText } from '../../../src/main/practice/faults/flood'
import { eventually } from '../support/app/eventually'
import { readHistory, storedItems } from '../support/history/history-db'
import { historyPage } from '../support/history/history-page'
import { type PracticeApp, startPracticeApp } from '../support/app/practice-app'
import { type Rig, startRig } from '../support/sound/rig'
import { newTalk } from '../support/talk/typed-talk'

/** A server that sends far more than anybody can read: the pages go on answering, and nothing that was asked for is lost. */
let rig: Rig
let it: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  it = await startPracticeApp(rig)
})
afterAll(async () => {
  await it.stop()
  await rig.stop()
})

/** Half a second on a quiet machine, three where ten others want each core; without bounds it was half a minute. */
const ANSWERS_MS = 5_000
const PART = 256 * 1_024

/** Asks the panel for a frame again and again until `over`; the longest it took. */
async function longestWait(over: () => Promise<boolean>): Promise<number> {
  let longest = 0
  for (let done = false; !done; ) {
    const since = performance.now()
    await it.app.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => drawn(null))))
    longest = Math.max(longest, performance.now() - since)
    done = await over()
  }
  return Math.round(longest)
}

const question = (words: string) => it.app.page.evaluate((text) => window.assistant.sendText(text), words)
const shown = () => it.app.page.getByTestId('item').count()
/** The question and its answer, which Practice says in the same words. */
const said = (words: string) => it.app.page.getByTestId('item').filter({ hasText: words }).count()
/** As much of the arguments of calls as the panel is given. */
const callChars = () =>
  it.app.page.evaluate(async () => {
    const answer = await window.assistant.getView()
    return answer.ok ? answer.value.items.flatMap(({ tool }) => tool?.arguments.length ?? []) : []
  })
const stored = () => readHistory(it.app.userData, storedItems)
const told = () => it.app.trace.marks('notice').filter(({ tag }) => tag === 'flood').length

test('36,000 messages nobody asked for: 2,000 are kept, told once, and the question is answered', async () => {
  it.practice.setFaults([{ name: 'flood-items', times: 1 }])
  await question('Anybody there?')
  const longest = await longestWait(async () => (await said('Anybody there?')) === 2 && (await shown()) > 2_000)
  await eventually(async () => stored().length >= 2_000).toBe(true)
  await question('And now?')
  await eventually(() => said('And now?')).toBe(2)
  expect({ inTime: longest < ANSWERS_MS || longest, told: told(), first: stored().some(({ text }) => text === 'Unasked 1'), last: stored().some(({ text }) => text === 'Unasked 2500') }).toEqual({ inTime: true, told: 1, first: true, last: false })
})

test('one message of 50 MB: a part is shown, more is a click away, and the history has all of it', async () => {
  await newTalk(it.app)
  await eventually(shown).toBe(0)
  it.practice.setFaults([{ name: 'flood-text', value: 50, times: 1 }])
  await question('How long?')
  const bubble = () => it.app.page.locator('[data-testid="item"]', { has: it.app.page.getByTestId('show-more') }).locator('.bubble')
  const length = () => bubble().evaluate((element) => element.textContent.length)
  const longest = await longestWait(async () => (await bubble().count()) === 1)
  const first = await length()
  await it.app.page.getByTestId('show-more').click()
  await eventually(length).toBe(2 * PART)
  const whole = floodText(50)
  const kept = () => readHistory(it.app.userData, (db) => Object.values(Object(db.prepare('SELECT max(length(text)) FROM items').get()))[0])
  await eventually(async () => kept()).toBe(whole.length)
  const page = await historyPage(it.app)
  await page.getByTestId('history-row').first().click()
  await page.getByTestId('show-more').waitFor()
  expect({ inTime: longest < ANSWERS_MS, first }).toEqual({ inTime: true, first: PART })
})

test('a message that grows word by word without end: the panel answers', async () => {
  await newTalk(it.app)
  it.practice.setFaults([{ name: 'flood-deltas', times: 1 }])
  await question('Go on')
  const longest = await longestWait(async () => (await said('Go on')) === 2)
  expect(longest).toBeLessThan(ANSWERS_MS)
})

test('a call with arguments of 50 MB: the panel answers, one line tells of it, and the next question is answered behind a cut, too', async () => {
  await newTalk(it.app)
  it.practice.setFaults([{ name: 'flood-arguments', value: 50, times: 1 }])
  const asked = it.app.trace.now()
  await question('What time is it?')
  const lines = () => it.app.page.getByTestId('item').filter({ hasText: 'The tool “clock” ' }).count()
  const longest = await longestWait(async () => (await said('What time is it?')) === 2 && (await lines()) === 1)
  await it.app.trace.untilPhase('idle', { since: asked })
  const since = it.app.trace.now()
  it.practice.cut('drop')
  await it.app.trace.untilReady({ since })
  await question('And now?')
  const behind = await longestWait(async () => (await said('And now?')) === 2)
  expect({ inTime: Math.max(longest, behind) < ANSWERS_MS, lines: await lines(), given: await callChars() }).toEqual({ inTime: true, lines: 1, given: [2_000] })
})

test.each([
  { megabytes: 60, size: 'as much as a frame can bring', sessions: 1 },
  { megabytes: 70, size: 'more than a frame may bring', sessions: 2 },
])('a message with an image of $megabytes MB, $size: the panel answers, and the question is answered', async ({ megabytes, sessions }) => {
  const [before, since] = [it.practice.sessions.length, it.app.trace.now()]
  await newTalk(it.app)
  await it.app.trace.untilReady({ since })
  it.practice.setFaults([{ name: 'flood-image', value: megabytes, times: 1 }])
  await question('What is it?')
  const longest = await longestWait(async () => (await said('What is it?')) === 2)
  const notices = it.app.trace.marks('notice').filter(({ at }) => at > since)
  expect({ inTime: longest < ANSWERS_MS, sessions: it.practice.sessions.length - before, notices }).toEqual({ inTime: true, sessions, notices: [] })
})
