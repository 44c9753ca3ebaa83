import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { readingOf } from '../../../../src/main/hotkeys/adapters/hook-readings'

const SOURCES = join(dirname(createRequire(import.meta.url).resolve('uiohook-napi/package.json')), 'libuiohook')
/** All keys that Parley has a name for are among them. */
const NAMED = [...Array.from({ length: 88 }, (_, at) => at + 9), 97, ...Array.from({ length: 20 }, (_, at) => at + 100), 121, 122, 123, 124, 125, 127, 132, 133, 134, 135, ...Array.from({ length: 12 }, (_, at) => at + 191)]

function numbers(): ReadonlyMap<string, number> {
  const header = readFileSync(join(SOURCES, 'include', 'uiohook.h'), 'utf8')
  return new Map([...header.matchAll(/#define (VC_\w+)\s+0x([0-9A-F]{4})\b(?! \|)/g)].map(([, name = '', hex = '']) => [name, parseInt(hex, 16)]))
}

/** Its table as its source has it, by keycode. */
function tableCalled(name: string): readonly number[] {
  const known = numbers()
  const source = readFileSync(join(SOURCES, 'src', 'x11', 'input_helper.c'), 'utf8')
  const table = source.slice(source.indexOf(`${name}[][2] = {`)).split('};')[0] ?? ''
  return [...table.matchAll(/\{ (VC_\w+),/g)].map(([, key = '']) => known.get(key) ?? -1)
}

test.each([['evdev+aliases(qwerty)', 'evdev_scancode_table'], ['evdev', 'xfree86_scancode_table']])('under keycodes called %s the hook reads by its %s', (keycodes, name) => {
  const table = tableCalled(name)
  expect(NAMED.map((keycode) => [keycode, readingOf(keycode, keycodes)])).toEqual(NAMED.map((keycode) => [keycode, table[keycode]]))
})
