import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp } from '../support/app/app'
import { startRig, type Rig } from '../support/sound/rig'

/** The app's own bound is 2 s; Chromium wants some more. */
const QUIT_LIMIT_MS = 8_000

let rig: Rig
beforeAll(async () => { rig = await startRig() })
afterAll(async () => { await rig.stop() })

/** Nobody listens on port 9 of loopback. */
const UNREACHABLE = { endpoint: { kind: 'custom' as const, url: 'ws://127.0.0.1:9/v1/realtime' } }

test.each([
  ['while connected', {}, true],
  ['while the endpoint cannot be reached', UNREACHABLE, false],
])('quits in order %s', async (_when, settings, ready) => {
  const app = await startApp(rig, { settings, ready })
  const child = app.electron.process()
  const late = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS)
  const exited = once(child, 'exit')
  child.kill('SIGTERM')
  const [code, signal] = await exited
  clearTimeout(late)
  expect({ code, signal }).toEqual({ code: 0, signal: null })
})
