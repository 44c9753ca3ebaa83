import { type AskX11, askX11, padded } from './x11-client'
import { codeOfXkbName } from './xkb-names'

/** One bit for each of the 256 keycodes of X: which keys are down. */
export type Keymap = Buffer

/** The keyboard as the X server has it. */
export interface X11Keyboard {
  /** What the set of its keycodes is called, such as "evdev+aliases(qwerty)". */
  readonly keycodes: string
  /** DOM codes by X keycode. */
  readonly codes: ReadonlyMap<number, string>
}

export interface X11Keys {
  readonly keyboard: X11Keyboard
  readonly keymap: Keymap
}

const QUERY_KEYMAP = Buffer.from([44, 0, 1, 0])
const KEYMAP_AT = 8
const KEYMAP_BYTES = 32

/** The keys that are down, straight from the X server. The hook's library has no call for it. Null where no local X server answers. */
export const readX11Keymap = (display?: string): Promise<Keymap | null> => askX11(readKeymap, display)

/** Where each key is, and which keys are down, in one talk. */
export const readX11Keys = (display?: string): Promise<X11Keys | null> =>
  askX11(async (ask) => ({ keyboard: await readKeyboard(ask), keymap: await readKeymap(ask) }), display)

export const readX11Keyboard = (display?: string): Promise<X11Keyboard | null> => askX11(readKeyboard, display)

export const isKeycodeDown = (keymap: Keymap, keycode: number): boolean => ((keymap[keycode >> 3] ?? 0) & (1 << (keycode & 7))) !== 0

async function readKeymap(ask: AskX11): Promise<Keymap> {
  const reply = await ask(QUERY_KEYMAP)
  return reply.subarray(KEYMAP_AT, KEYMAP_AT + KEYMAP_BYTES)
}

const USE_EXTENSION = 0
const GET_NAMES = 17
const CORE_KEYBOARD = 0x100
const KEYCODES_NAME = 1
const KEY_NAMES = 1 << 9
const NAMES_AT = 32

const u16 = (value: number): Buffer => Buffer.from([value & 255, value >> 8])
const u32 = (value: number): Buffer => Buffer.concat([u16(value & 0xffff), u16(value >>> 16)])

/** The X Keyboard Extension: https://www.x.org/releases/current/doc/kbproto/xkbproto.html. Each key has a name of four letters. */
async function readKeyboard(ask: AskX11): Promise<X11Keyboard> {
  const extension = await ask(request(98, 0, u16(9), u16(0), padded(Buffer.from('XKEYBOARD'))))
  const [present, xkb = 0] = extension.subarray(8, 10)
  if (present !== 1) throw new Error('an X server without the keyboard extension')
  await ask(request(xkb, USE_EXTENSION, u16(1), u16(0)))
  const names = await ask(request(xkb, GET_NAMES, u16(CORE_KEYBOARD), u16(0), u32(KEYCODES_NAME | KEY_NAMES)))
  const atom = await ask(request(17, 0, u32(names.readUInt32LE(NAMES_AT))))
  return { keycodes: atom.toString('latin1', 32, 32 + atom.readUInt16LE(8)), codes: codesIn(names) }
}
const FIRST_KEY_AT = 18
const NAME_BYTES = 4

/** The name of the set comes first, then one of four letters for each key. */
function codesIn(names: Buffer): ReadonlyMap<number, string> {
  const [first = 0, count = 0] = names.subarray(FIRST_KEY_AT, FIRST_KEY_AT + 2)
  const codes = new Map<number, string>()
  for (let key = 0; key < count; key += 1) {
    const at = NAMES_AT + NAME_BYTES * (key + 1)
    const code = codeOfXkbName(names.toString('latin1', at, at + NAME_BYTES).replace(/\0+$/, ''))
    if (code !== null) codes.set(first + key, code)
  }
  return codes
}

function request(major: number, detail: number, ...fields: readonly Buffer[]): Buffer {
  const body = Buffer.concat(fields)
  return Buffer.concat([Buffer.from([major, detail]), u16(1 + body.length / 4), body])
}
