import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { startPracticeServer, type PracticeOptions, type PracticeServer } from '../../support/practice/practice-server'
import { startApp, type App } from '../support/app/app'
import { attemptsSince, choose, closedPort, endpointUrl, enterKey, startPracticeAt } from '../support/app/endpoints'
import { goodTurn, heardAnswer, hold, outcome, prepareSpeech, pressUntilTold, told } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'
import { lingerShortly } from '../support/app/short-linger'
import { rememberSockets } from '../support/talk/sockets'
import { changeSettings } from '../support/app/change-settings'

let rig: Rig
let app: App
const servers: PracticeServer[] = []

beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
  app = await startApp(rig)
  await lingerShortly(app)
})
afterAll(async () => {
  await app.close()
  await rig.stop()
})
beforeEach(() => changeSettings(app, { endpoint: { kind: 'practice' }, model: 'gpt-realtime-2.1' }))
afterEach(async () => { await Promise.all(servers.splice(0).map((server) => server.close())) })

async function serve(options?: PracticeOptions): Promise<PracticeServer> {
  const server = await startPracticeServer({ ...options })
  servers.push(server)
  return server
}

const connection = async () => (await app.view()).connection
const failed = (reason: string) => ({ state: 'failed', reason })

test('a wrong key: one sentence, no second attempt, and the right key helps', async () => {
  const server = await serve()
  const since = await choose(app, server.url)
  await enterKey(app, 'not-the-key')
  const said = await outcome(rig, app, since)
  const seen = { said, attempts: await attemptsSince(app, since), connection: await connection() }
  await enterKey(app, server.token)
  await goodTurn(rig, app)
  expect(seen).toEqual({ said: told('auth'), attempts: 1, connection: failed('auth') })
})

test('no key: no socket is opened, and a press says what is missing', async () => {
  const places = await rememberSockets(app)
  const port = await closedPort()
  await choose(app, endpointUrl(port), 'waiting')
  const before = app.trace.now()
  const earlier = await places()
  await changeSettings(app, { endpoint: { kind: 'openai' } })
  await app.trace.until('a failed connection', (mark) => mark['state'] === 'failed', { since: before })
  const retried = await places() // the closed port may have been tried once more before the choice was there
  const said = await pressUntilTold(rig, app)
  const all = await places()
  const closed = `127.0.0.1:${String(port)}`
  expect({
    control: earlier.includes(closed),
    said,
    elsewhere: all.slice(earlier.length).filter((place) => place !== closed),
    afterwards: all.slice(retried.length),
    connection: await connection(),
  }).toEqual({ control: true, said: told('no-key', { server: 'openai' }), elsewhere: [], afterwards: [], connection: failed('no-key') })
})

test('an unknown model: one sentence, no second attempt, and a known one helps', async () => {
  const server = await serve()
  await choose(app, server.url)
  await changeSettings(app, { model: 'nonsense-model' })
  await attemptsSince(app, 0)
  const since = app.trace.now()
  await enterKey(app, server.token)
  const said = await outcome(rig, app, since)
  const seen = { said, attempts: await attemptsSince(app, since), connection: await connection() }
  await changeSettings(app, { model: 'gpt-realtime-2.1' })
  await goodTurn(rig, app)
  expect(seen).toEqual({ said: told('model'), attempts: 1, connection: failed('model') })
})

test('an empty account: one sentence, no second attempt, and a press after paying works', async () => {
  const server = await serve({ faults: ['quota-on-connect'] })
  const since = await choose(app, server.url)
  await enterKey(app, server.token)
  const said = await outcome(rig, app, since)
  const seen = { said, attempts: await attemptsSince(app, since), connection: await connection() }
  server.setFaults([])
  await goodTurn(rig, app)
  expect(seen).toEqual({ said: told('quota'), attempts: 1, connection: failed('quota') })
})

test('an overloaded server is tried again, and what was said meanwhile is answered', async () => {
  const server = await serve({ faults: [{ name: 'http-503', times: 2 }] })
  await choose(app, server.url, 'waiting')
  await enterKey(app, server.token)
  const since = await hold(rig, app)
  await heardAnswer(app, since)
  expect({ refused: server.stats.refusedHandshakes, notices: app.trace.marks('notice').filter((mark) => mark.at >= since) }).toEqual({ refused: 2, notices: [] })
})

test('a server that is not there: tried again, one sentence at the end, and a press starts over', async () => {
  const port = await closedPort()
  await changeSettings(app, { deliverWithinSeconds: 5 })
  await choose(app, endpointUrl(port), 'waiting')
  const since = await hold(rig, app)
  const said = await outcome(rig, app, since, 60_000)
  const tried = await attemptsSince(app, since)
  const server = await startPracticeAt(port)
  servers.push(server)
  await pressUntilTold(rig, app) // reached, and refused without a key
  await enterKey(app, server.token)
  await goodTurn(rig, app)
  expect({ said, triedAgain: tried > 1 }).toEqual({ said: told('undelivered'), triedAgain: true })
})
