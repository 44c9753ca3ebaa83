import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startApp, type App, type AppOptions } from '../support/app/app'
import { eventually } from '../support/app/eventually'
import { nameKeycodes } from '../support/talk/keys'
import { goodTurn, heardAnswer, outcome, prepareSpeech, told } from '../support/app/outcome'
import { startRig, type Rig } from '../support/sound/rig'
import { changeSettings } from '../support/app/change-settings'

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
  await changeSettings(app, { modeKey: 'Control+Alt+J' })
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

// The last one: the keyboard of the rig stays as it is then.
test('keycodes called "evdev" and nothing more: the talk key works, one that the hook cannot tell apart too, and one that is not there is told', async () => {
  await nameKeycodes(rig, 'evdev')
  const app = await start()
  await goodTurn(rig, app)
  const set = (talkKey: string) => changeSettings(app, { talkKey })
  await set('Pause')
  const since = app.trace.now()
  await rig.keyDown('Pause')
  await app.trace.untilPhase('listening', { since })
  await rig.keyUp('Pause')
  await app.trace.until('the release', (mark) => mark.name === 'release', { since })
  const later = app.trace.now()
  await rig.tapKeys('Escape')
  await set('Lang9')
  expect({ said: (await outcome(rig, app, later)).notice, style: (await app.view()).talkKeyStyle }).toEqual({ said: told('key-absent').notice, style: 'none' })
})
