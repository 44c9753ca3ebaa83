import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { startDisplay, type Display } from '../../../scripts/rig/display'
import { runTool } from '../../../scripts/rig/part'
import { startKeyHook } from '../../../src/main/hotkeys/adapters/uiohook-hotkeys'
import { isKeycodeDown, readX11Keyboard, readX11Keymap, type X11Keyboard } from '../../../src/main/hotkeys/adapters/x11-keyboard'
import { nameKeycodes } from '../../e2e/support/talk/keys'
import { until } from '../../e2e/support/app/until'

const RIGHT_CONTROL = 105

let folder: string
let display: Display
const env = () => ({ PATH: process.env['PATH'] ?? '', HOME: folder, DISPLAY: display.name })
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parley-x11-'))
  display = await startDisplay(folder, { PATH: process.env['PATH'] ?? '', HOME: folder })
})
afterEach(() => void vi.unstubAllEnvs())
// Not before this process ends: the hook never lets go of its display, and Xlib ends a process that has lost one.
afterAll(() => {
  process.once('exit', () => {
    display.part.child.kill()
    rmSync(folder, { recursive: true, force: true })
  })
})

test('the X server says what its keys are, whatever it calls them all, and which are down', async () => {
  const looked = async () => {
    const keyboard = await readX11Keyboard(display.name)
    return [keyboard?.keycodes, keyboard?.codes.get(RIGHT_CONTROL), keyboard?.codes.get(67), keyboard?.codes.get(24)]
  }
  const usual = await looked()
  await nameKeycodes({ env: env() }, 'evdev')
  const renamed = await looked()
  await runTool('xdotool', ['keydown', String(RIGHT_CONTROL)], env())
  const keymap = await readX11Keymap(display.name)
  await runTool('xdotool', ['keyup', String(RIGHT_CONTROL)], env())
  const codes = ['ControlRight', 'F1', 'KeyQ']
  expect({ usual, renamed, down: keymap !== null && [RIGHT_CONTROL, 117].map((key) => isKeycodeDown(keymap, key)) }).toEqual({
    usual: ['evdev+aliases(qwerty)', ...codes],
    renamed: ['evdev', ...codes],
    down: [true, false],
  })
})

/** Of those that the hook reads otherwise under another name, all; and some of the rest. Keys that lock would change what others mean. */
const keysOf = (keyboard: X11Keyboard): readonly (readonly [number, string])[] =>
  [...keyboard.codes].filter(([keycode, code]) => (keycode > 88 || keycode < 16) && code !== 'Escape' && !/Lock$/.test(code)) // xdotool takes a 9 for the digit

test.each(['evdev', 'evdev+aliases(qwerty)', 'anything'])('keycodes called "%s": the hook tells of every key that X has, by its name', async (name) => {
  await nameKeycodes({ env: env() }, name)
  const keyboard = await readX11Keyboard(display.name)
  if (keyboard === null) throw new Error('no keyboard')
  vi.stubEnv('DISPLAY', display.name)
  const hook = startKeyHook()
  if (!hook.ok) throw new Error(hook.error.detail)
  const told: string[] = []
  hook.value.listen(({ code, edge }) => void told.push(`${code} ${edge}`))
  await hook.value.readKeyboard()
  const keys = keysOf(keyboard)
  // A moment for each: of keys that look alike to the hook, X says which is down while it is.
  await runTool('xdotool', keys.flatMap(([keycode]) => ['keydown', String(keycode), 'sleep', '0.03', 'keyup', String(keycode), 'sleep', '0.01']), env())
  await until('the last key', () => Promise.resolve(told.length >= 2 * keys.length))
  hook.value.stop()
  expect(told).toEqual(keys.flatMap(([, code]) => [`${code} down`, `${code} up`]))
})

test('no X server, or one of another machine: nothing is said', async () => {
  expect([await readX11Keyboard(':987'), await readX11Keymap('example.org:0'), await readX11Keymap('')]).toEqual([null, null, null])
})
