/**
 * libuiohook has two fixed tables from X keycodes to its own numbers and picks one when it starts, by the name of the keycodes: "evdev_…"
 * or anything else (`load_input_helper` in its x11/input_helper.c). So under a set that is called "evdev" and nothing more, which
 * `xkbcomp` and some remote desktops load, it takes Right Ctrl for PageDown. To know what it meant, both tables are here.
 */
const ALIKE_UP_TO = 91
/** Up to there its number is the keycode less this. */
const OFFSET = 8
const F11_F12: readonly (readonly [number, number])[] = [[95, 0x57], [96, 0x58]]

const XFREE86: ReadonlyMap<number, number> = new Map([
  ...F11_F12,
  [97, 0xe47], [98, 0xe048], [99, 0xe49], [100, 0xe04b], [102, 0xe04d], [103, 0xe4f], [104, 0xe050], [105, 0xe51], [106, 0xe52], [107, 0xe53],
  [108, 0xe1c], [109, 0xe1d], [110, 0xe45], [111, 0xe37], [112, 0xe35], [113, 0xe38], [115, 0xe5b], [116, 0xe5c], [117, 0xe5d],
  [118, 0x5b], [119, 0x5c], [120, 0x5d], [121, 0x63], [122, 0x64], [126, 0xe0d], [133, 0x7d],
])

const EVDEV: ReadonlyMap<number, number> = new Map([
  ...F11_F12,
  [98, 0x70], [99, 0x7b], [100, 0x79], [103, 0x7e], [104, 0xe1c], [105, 0xe1d], [106, 0xe35], [107, 0xe37], [108, 0xe38],
  [110, 0xe47], [111, 0xe048], [112, 0xe49], [113, 0xe04b], [114, 0xe04d], [115, 0xe4f], [116, 0xe050], [117, 0xe51], [118, 0xe52], [119, 0xe53],
  [121, 0xe020], [122, 0xe02e], [123, 0xe030], [124, 0xe05e], [125, 0xe0d], [127, 0xe45], [132, 0x7d], [133, 0xe5b], [134, 0xe5c], [135, 0xe5d],
  [191, 0x5b], [192, 0x5c], [193, 0x5d], [194, 0x63], [195, 0x64], [196, 0x65], [197, 0x66], [198, 0x67], [199, 0x68], [200, 0x69], [201, 0x6a], [202, 0x6b],
])

/** What libuiohook says of a keycode where it does not know the key. */
export const UNKNOWN = 0

/** It asks for the keyboard in a way that makes the server compile it anew, which leaves only these letters in a name. */
const asCompiled = (name: string): string => name.replace(/[^()*/0-9:?@-~-]/g, '_')

/** The number libuiohook gives to an X keycode, under keycodes of that name. */
export function readingOf(keycode: number, keycodes: string): number {
  if (keycode <= ALIKE_UP_TO) return Math.max(UNKNOWN, keycode - OFFSET)
  return (asCompiled(keycodes).startsWith('evdev_') ? EVDEV : XFREE86).get(keycode) ?? UNKNOWN
}
