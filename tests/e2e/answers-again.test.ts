import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { heardAnswer, hold, prepareSpeech } from './support/outcome'
import { type PracticeApp, session, startPracticeApp } from './support/practice-app'
import { startRig, type Rig } from './support/rig'
import { until } from './support/until'

/** The server says 1.2 s; a tenth more is our own caution. */
const ASKED_TO_WAIT_MS = 1_200

let rig: Rig
let talking: PracticeApp
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
  talking = await startPracticeApp(rig)
})
afterAll(async () => {
  await talking.stop()
  await rig.stop()
})
beforeEach(() => { talking.practice.setFaults([]) })

interface Asked {
  readonly times: number
  readonly turns: number
  readonly notices: readonly unknown[]
  readonly notice: unknown
}

/** One spoken question, and how often its answer had to be asked for until it was heard. */
async function ask(): Promise<Asked & { readonly postponed: readonly unknown[] }> {
  const { app, practice } = talking
  const before = session(practice).receivedTypes.length
  const turns = session(practice).answered.length
  const since = await hold(rig, app)
  await heardAnswer(app, since)
  const marks = (name: string) => app.trace.marks(name).filter(({ at }) => at >= since)
  return {
    times: session(practice).receivedTypes.slice(before).filter((type) => type === 'response.create').length,
    turns: session(practice).answered.length - turns,
    notices: marks('notice').map(({ tag }) => tag),
    notice: (await app.view()).notice,
    postponed: marks('postponed').map(({ delayMs }) => delayMs),
  }
}

test('a server that asks to wait is waited for as long as it says, and the answer comes by itself', async () => {
  talking.practice.setFaults([{ name: 'failed-rate-limit', value: ASKED_TO_WAIT_MS, times: 1 }])
  const { postponed, ...asked } = await ask()
  expect(asked).toEqual({ times: 2, turns: 1, notices: ['slow-down'], notice: null })
  expect(postponed).toHaveLength(1)
  expect(Number(postponed[0])).toBeGreaterThanOrEqual(ASKED_TO_WAIT_MS)
  expect(Number(postponed[0])).toBeLessThan(ASKED_TO_WAIT_MS + 500)
})

test('an error of the server is asked past once, and nobody is bothered', async () => {
  talking.practice.setFaults([{ name: 'failed-server-error', times: 1 }])
  const { postponed, ...asked } = await ask()
  expect({ ...asked, postponed: postponed.length }).toEqual({ times: 2, turns: 1, notices: [], notice: null, postponed: 1 })
})

test('a server that is answering already is asked when it is done', async () => {
  talking.practice.setFaults([{ name: 'own-response', times: 1 }])
  const { app, practice } = talking
  const turns = session(practice).answered.length
  const since = await hold(rig, app)
  await until('the end of the answer to what was said', () => Promise.resolve(session(practice).answered[turns]?.completed === true))
  await app.trace.untilPhase('idle', { since })
  const refused = app.trace.wire('error').filter(({ at }) => at >= since).map(({ event }) => (event['error'] as { readonly code?: string }).code)
  const notices = app.trace.marks('notice').filter(({ at }) => at >= since)
  expect({ refused, notices, turn: session(practice).answered.at(-1)?.completed }).toEqual({ refused: ['conversation_already_has_active_response'], notices: [], turn: true })
})
