import { UiohookKey } from 'uiohook-napi'
import { expect, test } from 'vitest'
import { readingOf } from '../../../../src/main/hotkeys/adapters/hook-readings'
import { KeyReader } from '../../../../src/main/hotkeys/adapters/key-reader'
import type { X11Keyboard } from '../../../../src/main/hotkeys/adapters/x11-keyboard'
import { type KeyEvent, NO_MODIFIERS } from '../../../../src/main/hotkeys/core/keys'

/** Keys as Linux numbers them (evdev), by the place that matters here. */
const EVDEV_CODES: X11Keyboard['codes'] = new Map([
  [38, 'KeyA'], [37, 'ControlLeft'], [105, 'ControlRight'], [108, 'AltRight'], [113, 'ArrowLeft'], [117, 'PageDown'], [104, 'NumpadEnter'],
  [127, 'Pause'], [134, 'MetaRight'], [191, 'F13'], [94, 'IntlBackslash'],
])
const OWN: Readonly<Record<number, string>> = {
  [UiohookKey.A]: 'KeyA', [UiohookKey.Ctrl]: 'ControlLeft', [UiohookKey.CtrlRight]: 'ControlRight', [UiohookKey.AltRight]: 'AltRight', [UiohookKey.ArrowLeft]: 'ArrowLeft',
  [UiohookKey.PageDown]: 'PageDown', [UiohookKey.NumpadEnter]: 'NumpadEnter', [UiohookKey.MetaRight]: 'MetaRight', [UiohookKey.F13]: 'F13',
}

/** A keyboard that calls its keycodes so, and the hook that reads them. */
function keyboardNamed(keycodes: string) {
  const told: KeyEvent[] = []
  const down = new Set<number>()
  let asked = 0
  const keymap = async () => {
    asked += 1
    const map = Buffer.alloc(32)
    for (const keycode of down) map[keycode >> 3] = (map[keycode >> 3] ?? 0) | (1 << (keycode & 7))
    return map
  }
  const reader = new KeyReader({ ownCode: (number) => OWN[number] ?? null, keymap, tell: (event) => told.push(event) })
  reader.useKeyboard({ keycodes, codes: EVDEV_CODES }, keycodes)
  const key = (keycode: number, edge: KeyEvent['edge'], modifiers = NO_MODIFIERS) => {
    down[edge === 'down' ? 'add' : 'delete'](keycode)
    reader.read({ number: readingOf(keycode, keycodes), edge, modifiers })
  }
  return { reader, key, edges: () => told.map(({ code, edge }) => `${code} ${edge}`), last: () => told.at(-1), asked: () => asked }
}

/** Answers of the X server come in. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))

test('keycodes called "evdev" and nothing more: keys are what X says, at once, not what the hook reads', () => {
  const { key, edges, asked } = keyboardNamed('evdev')
  for (const keycode of [105, 108, 113, 38, 104]) {
    key(keycode, 'down')
    key(keycode, 'up')
  }
  const seen = ['ControlRight', 'AltRight', 'ArrowLeft', 'KeyA', 'NumpadEnter'].flatMap((code) => [`${code} down`, `${code} up`])
  expect({ edges: edges(), asked: asked() }).toEqual({ edges: seen, asked: 0 })
})

test('keys that the hook cannot tell apart are told by which of them X has down, in their order', async () => {
  const { key, edges } = keyboardNamed('evdev')
  key(127, 'down')
  await settled()
  key(127, 'up')
  key(38, 'down') // behind it, though it needs no asking
  await settled()
  key(134, 'down')
  await settled()
  key(134, 'down') // repeats
  await settled()
  key(134, 'up')
  await settled()
  expect(edges()).toEqual(['Pause down', 'Pause up', 'KeyA down', 'MetaRight down', 'MetaRight down', 'MetaRight up'])
})

test('where the hook misreads modifiers, they are counted by what X says', () => {
  const { key, last } = keyboardNamed('evdev')
  key(105, 'down') // the hook took it for PageDown and counts nothing
  key(38, 'down')
  const withControl = last()?.modifiers
  key(105, 'up')
  key(113, 'down', { ...NO_MODIFIERS, alt: true }) // the hook takes ArrowLeft for Right Alt
  key(38, 'down', { ...NO_MODIFIERS, alt: true })
  expect([withControl, last()?.modifiers]).toEqual([{ ...NO_MODIFIERS, control: true }, NO_MODIFIERS])
})

test('under the usual name the hook is right, and its own count of modifiers stands', () => {
  const { key, edges, last, asked } = keyboardNamed('evdev+aliases(qwerty)')
  for (const keycode of [105, 108, 113, 134, 191]) key(keycode, 'down')
  key(38, 'down', { ...NO_MODIFIERS, shift: true })
  expect({ edges: edges(), modifiers: last()?.modifiers, asked: asked() }).toEqual({
    edges: ['ControlRight', 'AltRight', 'ArrowLeft', 'MetaRight', 'F13', 'KeyA'].map((code) => `${code} down`),
    modifiers: { ...NO_MODIFIERS, shift: true },
    asked: 0,
  })
})

test('X says which keys a keyboard has; where it says nothing, the hook is heard alone', () => {
  const { reader, key, edges } = keyboardNamed('evdev')
  const has = [reader.has('ControlRight'), reader.has('F24')]
  reader.useKeyboard(null, '')
  key(105, 'down')
  expect({ has, unknown: reader.has('F24'), edges: edges() }).toEqual({ has: [true, false], unknown: null, edges: ['PageDown down'] })
})
