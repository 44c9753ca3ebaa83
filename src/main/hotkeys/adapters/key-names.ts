import { createRequire } from 'node:module'
import type * as Hook from 'uiohook-napi'

/**
 * Keys are named by their DOM `code` ("ControlRight", "KeyA") everywhere in Parley. libuiohook has names of its own for
 * some; all others are the same word.
 */
const HOOK_NAMES: Readonly<Record<string, string>> = {
  ControlLeft: 'Ctrl',
  ControlRight: 'CtrlRight',
  AltLeft: 'Alt',
  ShiftLeft: 'Shift',
  MetaLeft: 'Meta',
}

type HookModule = typeof Hook

/** Lazily, because the import itself crashes where the prebuilt file does not fit the machine. */
export const loadHook = (): HookModule => createRequire(import.meta.url)('uiohook-napi') as HookModule

/** Without NumLock libuiohook gives the keys of the number pad numbers of their own. They are the same keys. */
const WITHOUT_NUM_LOCK = 0xee00
export const plainNumber = (keycode: number): number => ((keycode & 0xff00) === WITHOUT_NUM_LOCK ? keycode & 0xff : keycode)

const hookName = (code: string): string => HOOK_NAMES[code] ?? code.replace(/^(Key|Digit)/, '')

/** libuiohook's number for a DOM code, or null when it knows no such key. */
export function keycodeOf(hook: HookModule, code: string): number | null {
  return Object.entries(hook.UiohookKey).find(([name]) => name === hookName(code))?.[1] ?? null
}

/** The DOM code for libuiohook's number, or null. */
export function codeOf(hook: HookModule, keycode: number): string | null {
  const name = Object.entries(hook.UiohookKey).find(([, number]) => number === keycode)?.[0]
  if (name === undefined) return null
  const own = Object.entries(HOOK_NAMES).find(([, hookWord]) => hookWord === name)?.[0]
  if (own !== undefined) return own
  if (/^[A-Z]$/.test(name)) return `Key${name}`
  return /^[0-9]$/.test(name) ? `Digit${name}` : name
}
