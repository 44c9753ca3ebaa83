import { setTimeout as delay } from 'node:timers/promises'
import type * as Hook from 'uiohook-napi'
import { runTool } from '../../../scripts/rig/part'
import type { App } from './app'
import type { Rig } from './rig'
import { TALK_KEY } from './talking'

/** X numbers the side buttons behind the four directions of the wheel. */
const SIDE_BUTTONS = { Mouse4: '8', Mouse5: '9' } as const

export const mouseDown = (rig: Rig, button: keyof typeof SIDE_BUTTONS): Promise<string> => runTool('xdotool', ['mousedown', SIDE_BUTTONS[button]], rig.env)
export const mouseUp = (rig: Rig, button: keyof typeof SIDE_BUTTONS): Promise<string> => runTool('xdotool', ['mouseup', SIDE_BUTTONS[button]], rig.env)

/** By its place on the keyboard: by name xdotool would press the left one, too. */
const TALK_KEY_CODE = '105'

const tap = (ms: number): readonly string[] => ['keydown', TALK_KEY_CODE, 'sleep', String(ms / 1_000), 'keyup', TALK_KEY_CODE]

/** A press of this length, and nothing with it. One program does it all: to start one for each key takes too long on a busy machine. */
export const tapTalkKey = async (rig: Rig, ms: number): Promise<void> => void (await runTool('xdotool', tap(ms), rig.env))

/** Two of them, that far apart. */
export const tapTalkKeyTwice = async (rig: Rig, ms: number, apartMs: number): Promise<void> =>
  void (await runTool('xdotool', [...tap(ms), 'sleep', String(apartMs / 1_000), ...tap(ms)], rig.env))

/** The talk key with another one, pressed that much later, as in Ctrl+C. */
export async function shortcut(rig: Rig, afterMs: number): Promise<void> {
  await rig.keyDown(TALK_KEY)
  await delay(afterMs)
  await rig.tapKeys('c')
  await rig.keyUp(TALK_KEY)
}

/**
 * The hook tells of no key's way up any more, as when the system swallows one; X itself knows better. Resolves with the way back.
 */
export async function swallowReleases({ electron }: App): Promise<() => Promise<void>> {
  await electron.evaluate(({ app }) => {
    const { uIOhook } = process.getBuiltinModule('module').createRequire(`${app.getAppPath()}/package.json`)('uiohook-napi') as typeof Hook
    const emit = uIOhook.emit.bind(uIOhook)
    Object.assign(uIOhook, { emit: (name: string, event: unknown) => name !== 'keyup' && emit(name as 'input', event as never) })
  })
  return async () => {
    await electron.evaluate(({ app }) => {
      const { uIOhook } = process.getBuiltinModule('module').createRequire(`${app.getAppPath()}/package.json`)('uiohook-napi') as typeof Hook
      Reflect.deleteProperty(uIOhook, 'emit')
    })
  }
}
