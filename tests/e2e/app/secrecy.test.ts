import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { startPracticeServer } from '../../support/practice/practice-server'
import { startApp, type App } from '../support/app/app'
import { choose, endpointUrl, enterKey } from '../support/app/endpoints'
import { goodTurn, prepareSpeech } from '../support/app/outcome'
import { descendantsOf, filesWith, holdsInMemory, showsInProc } from '../support/app/processes'
import { startRig, type Rig } from '../support/sound/rig'

let rig: Rig
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterAll(async () => { await rig.stop() })

/** Made at run time, and of no shape that a filter could know. */
const newKey = (prefix = ''): string => `${prefix}${randomBytes(20).toString('hex')}`

/** Everything the page's JavaScript can reach, as text. */
async function heapOf({ page }: App): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => { chunks.push(chunk) })
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

const pidOf = ({ electron }: App): number => electron.process().pid ?? 0

test('a key from the keychain is in main and nowhere else', async () => {
  const key = newKey()
  const server = await startPracticeServer({ token: key })
  const first = await startApp(rig)
  await choose(first, server.url)
  await enterKey(first, key)
  await goodTurn(rig, first)
  await first.close()

  const app = await startApp(rig, { userData: first.userData })
  await goodTurn(rig, app)
  const control = newKey()
  await app.page.evaluate((text) => Object.assign(window, { control: text }), control)
  const heap = await heapOf(app)
  const children = descendantsOf(pidOf(app))
  const everybody = [pidOf(app), ...children]
  const seen = {
    keptIn: (await app.view()).secret,
    main: holdsInMemory(pidOf(app), key),
    control: heap.includes(control),
    heap: heap.includes(key),
    children: children.filter((pid) => holdsInMemory(pid, key)),
    readable: children.some((pid) => holdsInMemory(pid, control)),
    shown: everybody.filter((pid) => showsInProc(pid, key)),
  }
  await app.close()
  await server.close()
  expect({ ...seen, files: await filesWith(rig.folder, key) }).toEqual({
    keptIn: 'keychain', main: true, control: true, heap: false, children: [], readable: true, shown: [], files: [],
  })
})

test('a server that repeats the key does not get it into a file or the page', async () => {
  const key = newKey('sk-')
  const parrot = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  parrot.on('connection', (socket, { headers }) => {
    const message = `Incorrect API key provided: ${String(headers.authorization).replace('Bearer ', '')}.`
    socket.send(JSON.stringify({ type: 'error', event_id: 'event_1', error: { type: 'invalid_request_error', code: 'invalid_api_key', message, param: null } }))
    socket.close(3_000, message.slice(0, 120))
  })
  await once(parrot, 'listening')
  const address = parrot.address()
  const app = await startApp(rig)
  await choose(app, endpointUrl(typeof address === 'object' && address !== null ? address.port : 0))
  const since = app.trace.now()
  await enterKey(app, key)
  await app.trace.until('a refusal', (mark) => mark['state'] === 'failed', { since })
  const snapshot = await app.page.evaluate(() => window.assistant.getView())
  await app.close()
  parrot.close()
  expect({ view: JSON.stringify(snapshot).includes(key), files: await filesWith(rig.folder, key) }).toEqual({ view: false, files: [] })
})
