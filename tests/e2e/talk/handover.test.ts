import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PracticeServer, startPracticeServer } from '../../support/practice/practice-server'
import { BYTES_PER_SAMPLE } from '../../../src/shared/audio/audio-format'
import { startApp, type App, useEndpoint } from '../support/app/app'
import { recordSentences } from '../support/cuts/script'
import { eventually } from '../support/app/eventually'
import { startIn } from '../support/talk/hands-free'
import { rolling, handoversSince } from '../support/talk/rolling'
import { heardTurns, lostSamples, wrongWithRolling } from '../support/talk/rolling-checks'
import { startRig, type Rig } from '../support/sound/rig'
import { sentSince } from '../support/talk/sent-segments'
import { holdAndSay, items, mark, sentence } from '../support/app/talking'
import { bringForward } from '../support/app/settings-page'
import { countingBrowser } from '../support/tools/busy-tool'
import { armedCard, callLines, cardGone, holdApproveKey } from '../support/tools/cards'

/** The long form, 30 turns: npm run soak:handover. */
const LIFETIME_S = 6
const TURNS = 3
/** So short that a session ends in the middle of a sentence, whatever the sentence. */
const SHORT_LIFE_S = 2.5

let rig: Rig
let app: App
let wavs: readonly string[]
beforeAll(async () => {
  rig = await startRig()
  wavs = await recordSentences(rig, TURNS)
  app = await startApp(rig, { args: ['--short-sessions'] })
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})

/** Bytes of microphone sound that left since, and those that came to any session of a server: the one talked with may change meanwhile. */
const sent = (since: number): number => sentSince(app, since) * BYTES_PER_SAMPLE
const received = ({ sessions }: PracticeServer): number => sessions.reduce((sum, { appendedBytes }) => sum + appendedBytes, 0)

async function holdTurn(wav: string): Promise<void> {
  const released = await holdAndSay(rig, app, wav)
  await app.trace.untilPhase('idle', { since: released.at })
}

test('turns over sessions that end one after the other: nobody notices', async () => {
  const rolled = await rolling(rig, app, LIFETIME_S, async () => {
    for (const wav of wavs) await holdTurn(wav)
  })
  const taken = handoversSince(app, rolled.since).length
  expect({ wrong: await wrongWithRolling(rolled, TURNS), lost: lostSamples(rolled) }).toEqual({ wrong: [], lost: 0 })
  expect(taken).toBeGreaterThanOrEqual(2)
  console.log(`${String(taken)} roll-overs; slip at the loudspeaker ${heardTurns(rolled).map(({ slipMs }) => slipMs).join(', ')} ms.`)
  await rolled.practice.close()
})

test('a session that ends in the middle of a sentence: the next one hears it whole', async () => {
  const long = await sentence(rig, 'long', 'One two three four five six seven eight nine.')
  await app.page.evaluate(() => window.assistant.newConversation({ private: false }))
  const rolled = await rolling(rig, app, SHORT_LIFE_S, () => holdTurn(long))
  const [press, closed] = [await mark(app, 'press', rolled.since), await mark(app, 'captureClosed', rolled.since)]
  const inSpeech = handoversSince(app, rolled.since).filter(({ at }) => at > press.at && at < closed.at)
  expect({ wrong: await wrongWithRolling(rolled, 1), lost: lostSamples(rolled), late: inSpeech.map(({ late }) => late) }).toEqual({ wrong: [], lost: 0, late: expect.arrayContaining([true]) })
  await rolled.practice.close()
})

test('hands-free: the microphone stays open over the change of sessions', async () => {
  await app.page.evaluate(() => window.assistant.newConversation({ private: false }))
  const say = async (practice: PracticeServer, since: number) => {
    await startIn(app, 'hands-free')
    for (const wav of wavs.slice(0, 2)) {
      const from = app.trace.now()
      await rig.speak(wav)
      await mark(app, 'playbackDrained', from)
    }
    await app.trace.until('a roll-over', (each) => each.name === 'handover', { since })
    await eventually(() => practice.stats.openSessions).toBe(1)
  }
  const rolled = await rolling(rig, app, LIFETIME_S, say)
  await startIn(app, 'hold')
  const wrong = await wrongWithRolling(rolled, 2)
  expect({ wrong, taken: handoversSince(app, rolled.since).length > 0 }).toEqual({ wrong: [], taken: true })
  await eventually(() => received(rolled.practice) - sent(rolled.since)).toBe(0)
  await rolled.practice.close()
})

test('sessions that end while a call waits for the person, and while it runs: nothing is lost, and nothing runs twice', async () => {
  await app.page.evaluate(() => window.assistant.newConversation({ private: false }))
  const practice = await startPracticeServer({ forgives: [], lifetimeSeconds: SHORT_LIFE_S, graceSeconds: 2 })
  await useEndpoint(app, practice)
  const counter = join(rig.folder, 'opened')
  const browser = await countingBrowser(app, counter)
  const rolls = async (since: number) => app.trace.until('a roll-over', (each) => each.name === 'handover', { since })
  const since = app.trace.now()
  await bringForward(app, 'index')
  await app.page.evaluate(() => window.assistant.sendText('/call open_url {"url":"https://example.org/"}'))
  await armedCard(app)
  await rolls(since)
  await holdApproveKey(rig, 900)
  await cardGone(app)
  await rolls(app.trace.now())
  await browser.end()
  await app.trace.untilPhase('idle', { since: app.trace.now() - 100 })
  const answer = (await items(app)).at(-1)
  expect({
    opened: await readFile(counter, 'utf8'),
    calls: await callLines(app),
    answer: [answer?.text.startsWith('The tool answered'), answer?.status],
    asked: app.trace.wire('response.create').filter(({ at }) => at > since).length,
    broken: practice.sessions.flatMap(({ violations }) => violations),
    open: practice.sessions.at(-1)?.openCalls,
    notices: app.trace.marks('notice').filter(({ at }) => at > since),
  }).toEqual({ opened: 'https://example.org/\n', calls: ['open_url held done: Opened example.org'], answer: [true, 'done'], asked: 2, broken: [], open: [], notices: [] })
  await practice.close()
})
