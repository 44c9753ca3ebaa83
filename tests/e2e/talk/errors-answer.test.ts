import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeServer } from '../../support/practice/practice-server'
import type { ErrorTag } from '../../../src/shared/errors/errors'
import { startApp, useEndpoint, type App } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { goodTurn, heardAnswer, hold, outcome, prepareSpeech, told } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'
import { lingerShortly } from '../support/app/short-linger'

/** Long enough for an answer of several pieces. */
const LONG_MS = 1_500

let rig: Rig
let app: App
let server: PracticeServer

beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
  server = await startPracticeServer()
  app = await startApp(rig)
  await useEndpoint(app, server)
  await lingerShortly(app)
})
afterAll(async () => {
  await app.close()
  await server.close()
  await rig.stop()
})
beforeEach(() => { server.setFaults([]) })

/** The audio of every turn committed to a session that came after the first `skip`. */
const committedAfter = (skip: number) => server.sessions.slice(skip).flatMap(({ committedAudio }) => committedAudio)

const FAILURES: readonly (readonly [string, 'failed-quota' | 'failed-server-error', number, ErrorTag])[] = [
  ['an account that runs empty', 'failed-quota', 1, 'quota'],
  ['an error of the server that comes again', 'failed-server-error', 2, 'answer-failed'],
]

test.each(FAILURES)('%s in an answer: one sentence, and the next turn works', async (_what, fault, times, tag) => {
  server.setFaults([{ name: fault, times }])
  const said = await outcome(rig, app, await hold(rig, app))
  await goodTurn(rig, app)
  expect(said).toEqual(told(tag))
})

test('too many requests, again and again: told that it waits, then that it gave up, and the next turn works', async () => {
  server.setFaults([{ name: 'failed-rate-limit', value: 300, times: 4 }])
  const said = await outcome(rig, app, await hold(rig, app))
  await goodTurn(rig, app)
  expect(said).toEqual({ ...told('rate-limit'), sentences: ['slow-down', 'rate-limit'] })
})

test('the server goes in mid-answer: what came is heard to its end, one sentence, and a new connection', async () => {
  server.setFaults([{ name: 'drop-mid-answer', times: 1 }])
  const since = await hold(rig, app, LONG_MS)
  const said = await outcome(rig, app, since)
  const received = app.trace.wire('response.output_audio.delta').filter(({ at }) => at >= since).reduce((sum, { event }) => sum + Number(event['bytes']), 0)
  const heard = app.trace.marks('playbackDrained').filter(({ at }) => at >= since).map((mark) => mark['heardSamples'])
  await goodTurn(rig, app)
  expect({ said, heard }).toEqual({ said: told('server-gone'), heard: [received / 2] })
})

test('the connection dies as the turn is committed: the next one gets the same audio, and nobody is bothered', async () => {
  const before = server.sessions.length
  const sentBefore = (await readFile(join(app.trace.folder, 'sent.pcm'))).length
  server.setFaults([{ name: 'drop-on-commit', times: 1 }])
  const since = await hold(rig, app)
  await heardAnswer(app, since)
  const sent = (await readFile(join(app.trace.folder, 'sent.pcm'))).subarray(sentBefore)
  const [first, replayed] = [sent.subarray(0, sent.length / 2), sent.subarray(sent.length / 2)]
  const committed = committedAfter(before)
  expect({
    notices: app.trace.marks('notice').filter(({ at }) => at >= since),
    turns: committed.length,
    same: first.length > 0 && first.equals(replayed) && (committed[0]?.equals(first) ?? false),
  }).toEqual({ notices: [], turns: 1, same: true })
})

test('the connection dies between the commit and the answer: the turn is asked again', async () => {
  const before = server.sessions.length
  server.addScript([{ thinkMs: 20_000, outputs: [{ kind: 'echo' }] }])
  const since = await hold(rig, app)
  await app.trace.untilPhase('thinking', { since })
  await eventually(() => server.stats.activeResponses).toBe(1)
  server.setFaults([{ name: 'drop-after-ms', value: 0, times: 1 }])
  await heardAnswer(app, since)
  const [asked] = server.sessions.slice(before - 1).flatMap(({ committedAudio }) => committedAudio.slice(-1))
  expect({ turns: committedAfter(before).length, same: asked !== undefined && committedAfter(before)[0]?.equals(asked) }).toEqual({ turns: 1, same: true })
})
