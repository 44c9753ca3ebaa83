import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { sha256 } from '../support/cuts/context'
import { session } from '../support/app/practice-app'
import { startRig, type Rig } from '../support/sound/rig'
import { sentSegments } from '../support/talk/sent-segments'
import { count, holdAndSay, items, mark, sentence } from '../support/app/talking'

/** Longer than any pause the app makes by itself. */
const RETRY_AFTER_MS = 1_500

let rig: Rig
let app: App
let practice: PracticeServer
let wav: string
beforeAll(async () => {
  rig = await startRig()
  wav = await sentence(rig, 'question', 'Which way is north?')
  practice = await startPracticeServer()
  app = await startApp(rig)
  await useEndpoint(app, practice)
})
afterAll(async () => {
  await app.close()
  await practice.close()
  await rig.stop()
})
beforeEach(async () => {
  practice.setFaults([])
  const since = app.trace.now()
  await app.page.evaluate(() => window.assistant.newConversation({ private: false }))
  await app.trace.untilReady({ since })
})

/** Asks and hears the answer. Resolves with the moment before. */
async function askAndHear(): Promise<number> {
  const since = app.trace.now()
  await holdAndSay(rig, app, wav)
  const started = await mark(app, 'playbackStarted', since)
  await app.trace.untilPhase('idle', { since: started.at })
  return since
}

const since = (at: number, name: string) => app.trace.marks(name).filter((each) => each.at > at)
const requests = (at: number) => app.trace.wire('response.create').filter((line) => line.at > at)

/** The one question of this talk, and what became of it. */
async function outcome(at: number) {
  const [segment, ...again] = sentSegments(app).filter((each) => each.at > at)
  const heard = count(await mark(app, 'playbackDrained', at), 'heardSamples')
  const [turn, ...others] = session(practice).answered
  return {
    saidAgain: again.length,
    same: turn?.sha256 === (segment === undefined ? null : sha256(segment.pcm)),
    others: others.length,
    completed: turn?.completed,
    heardWhole: heard === (turn?.bytes ?? 0) / 2,
    told: since(at, 'notice').map(({ tag }) => tag),
    shown: (await items(app)).map(({ role, status }) => `${role} ${status}`),
  }
}

const ONCE = { saidAgain: 0, same: true, others: 0, completed: true, heardWhole: true, told: [], shown: ['user done', 'assistant done'] }

test('too many requests: waits as long as the server says, then the answer comes by itself', async () => {
  practice.setFaults([{ name: 'failed-rate-limit', value: RETRY_AFTER_MS, times: 1 }])
  const at = await askAndHear()
  const [first, second, ...more] = requests(at)
  const waitedMs = (second?.at ?? 0) - (first?.at ?? 0)
  expect({ ...(await outcome(at)), waited: waitedMs >= RETRY_AFTER_MS, more }).toEqual({ ...ONCE, told: ['slow-down'], waited: true, more: [] })
})

test('an error of the server: asked once more, and nobody is bothered', async () => {
  practice.setFaults([{ name: 'failed-server-error', times: 1 }])
  const at = await askAndHear()
  expect({ ...(await outcome(at)), requests: requests(at).length }).toEqual({ ...ONCE, requests: 2 })
})

test('the server says something of its own first: the question waits for its turn', async () => {
  practice.setFaults([{ name: 'own-response', times: 1 }])
  const at = app.trace.now()
  await holdAndSay(rig, app, wav)
  await expect.poll(() => session(practice).answered[0]?.completed, { timeout: 10_000 }).toBe(true)
  const [turn] = session(practice).answered
  const drained = await app.trace.until('the echo', (each) => each.name === 'playbackDrained' && each['heardSamples'] === (turn?.bytes ?? 0) / 2, { since: at })
  const refused = app.trace.wire('error').filter((line) => line.at > at).map(({ event }) => event['error'])
  expect({ refused, responses: turn?.responses.map(({ status }) => status), heard: drained.at > at, told: since(at, 'notice') }).toEqual({
    refused: [expect.objectContaining({ code: 'conversation_already_has_active_response' })],
    responses: ['completed'],
    heard: true,
    told: [],
  })
})

test('an account that runs empty: told once, never asked again', async () => {
  practice.setFaults([{ name: 'failed-quota', times: 1 }])
  const at = app.trace.now()
  await holdAndSay(rig, app, wav)
  await mark(app, 'notice', at)
  const again = await askAndHear() // whatever waits to be repeated would come before
  const { responses } = session(practice).answered[0] ?? { responses: [] }
  expect({ requests: [requests(at).length, requests(again).length], told: since(at, 'notice').map(({ tag }) => tag), first: responses.map(({ status }) => status) }).toEqual({
    requests: [2, 1],
    told: ['quota'],
    first: ['failed'],
  })
})
