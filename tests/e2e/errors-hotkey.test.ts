import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startApp, type App, type AppOptions } from './support/app'
import { eventually } from './support/eventually'
import { goodTurn, heardAnswer, outcome, prepareSpeech, told } from './support/outcome'
import { startRig, type Rig } from './support/rig'

/** Not the default one, so that the two apps do not talk at once. */
const OTHER_TALK_KEY = 'F9'
const TOGGLE_CHORD = 'ctrl+alt+space'

let rig: Rig
const running: App[] = []
beforeAll(async () => {
  rig = await startRig()
  await prepareSpeech(rig)
})
afterEach(async () => { for (const app of running.splice(0)) await app.close() })
afterAll(async () => { await rig.stop() })

async function start(options?: AppOptions): Promise<App> {
  const app = await startApp(rig, options)
  running.push(app)
  return app
}

const modeOf = async (app: App) => (await app.view()).mode

test('another program has the mode key: one sentence, the talk key works all the same, and a free chord helps', async () => {
  const owner = await start({ settings: { talkKey: OTHER_TALK_KEY } })
  const app = await start()
  const said = await outcome(rig, app, 0)
  await goodTurn(rig, app)
  await rig.tapKeys('ctrl+alt+h')
  await eventually(() => modeOf(owner)).toBe('hands-free')
  const untouched = await modeOf(app)
  await app.page.evaluate(() => window.assistant.updateSettings({ modeKey: 'Control+Alt+J' }))
  await rig.tapKeys('ctrl+alt+j')
  await eventually(() => modeOf(app)).toBe('hands-free')
  expect({ said, untouched }).toEqual({ said: told('hotkey'), untouched: 'hold' })
})

test('no key-up to be had (Wayland): the chord starts and stops a turn', async () => {
  const app = await start({ env: { XDG_SESSION_TYPE: 'wayland' }, args: ['--ozone-platform=x11'] })
  const { talkKeyStyle } = await app.view()
  const since = app.trace.now()
  await rig.tapKeys(TOGGLE_CHORD)
  const listening = await app.trace.untilPhase('listening', { since })
  await app.trace.until('enough speech', (mark) => mark.name === 'firstFrame', { since })
  await new Promise((resolve) => setTimeout(resolve, 500))
  const [still] = [(await app.view()).phase]
  await rig.tapKeys(TOGGLE_CHORD)
  await heardAnswer(app, listening.at)
  expect({ talkKeyStyle, still }).toEqual({ talkKeyStyle: 'toggle', still: 'listening' })
})
