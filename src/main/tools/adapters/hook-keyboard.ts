import { createRequire } from 'node:module'
import type * as Hook from 'uiohook-napi'
import type { UiohookKeyboardEvent, UiohookMouseEvent } from 'uiohook-napi'
import type { Timers } from '../../platform/ports'
import { HeldModifiers } from '../core/built-in/held-modifiers'
import type { KeyboardPort } from '../core/built-in/ports'

const WAYLAND = 'On Wayland no program may type into another; copy the text instead.'
const NO_HOOK = 'Parley cannot type on this system; copy the text instead.'
const LOOK_EVERY_MS = 50

type HookModule = typeof Hook

/** The library that sees the talk key also presses keys. The import itself crashes where its file does not fit the machine. */
function load(): HookModule | null {
  try {
    return createRequire(import.meta.url)('uiohook-napi') as HookModule
  } catch {
    return null
  }
}

export interface HookKeyboardParts {
  readonly timers: Timers
  readonly isWayland: boolean
  readonly platform: string
}

/** Made before the hook is started, so that it has seen which keys are down. */
export function hookKeyboard({ timers, isWayland, platform }: HookKeyboardParts): KeyboardPort {
  const hook = isWayland ? null : load()
  const held = hook === null ? null : followed(hook)
  return {
    refusal: () => (isWayland ? WAYLAND : hook === null ? NO_HOOK : null),
    released: async (withinMs) => {
      const end = timers.now() + withinMs
      while (held?.any === true && timers.now() < end) await new Promise<void>((resolve) => timers.after(LOOK_EVERY_MS, resolve))
      return held?.any !== true
    },
    leaveMenu: () => {
      if (hook === null || platform === 'darwin') return // Alt opens no menu there
      hook.uIOhook.keyTap(hook.UiohookKey.F24, [hook.UiohookKey.Alt])
    },
    paste: () => {
      if (hook === null) throw new Error('a keyboard that cannot type')
      const { uIOhook, UiohookKey } = hook
      uIOhook.keyTap(UiohookKey.V, [platform === 'darwin' ? UiohookKey.Meta : UiohookKey.Ctrl])
    },
  }
}

function followed({ uIOhook, UiohookKey: key }: HookModule): HeldModifiers {
  const held = new HeldModifiers(new Set([key.Ctrl, key.CtrlRight, key.Alt, key.AltRight, key.Shift, key.ShiftRight, key.Meta, key.MetaRight]))
  const anyModifier = (event: UiohookKeyboardEvent | UiohookMouseEvent) => event.ctrlKey || event.altKey || event.shiftKey || event.metaKey
  uIOhook.on('keydown', (event) => held.see({ edge: 'down', code: event.keycode, anyModifier: anyModifier(event) }))
  uIOhook.on('keyup', (event) => held.see({ edge: 'up', code: event.keycode, anyModifier: anyModifier(event) }))
  uIOhook.on('mousemove', (event) => held.see({ edge: 'up', code: -1, anyModifier: anyModifier(event) }))
  return held
}
