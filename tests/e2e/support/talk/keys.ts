import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type * as Hook from 'uiohook-napi'
import { runTool } from '../../../../scripts/rig/part'
import type { App } from '../app/app'
import type { Rig } from '../sound/rig'

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
export const shortcut = async (rig: Rig, afterMs: number): Promise<void> =>
  void (await runTool('xdotool', ['keydown', TALK_KEY_CODE, 'sleep', String(afterMs / 1_000), 'key', 'c', 'keyup', TALK_KEY_CODE], rig.env))

/** A chord pressed key by key and let go in the other order, without a pause in which somebody might think that it is all. */
export const playChord = async (rig: Rig, codes: readonly string[]): Promise<void> =>
  void (await runTool('xdotool', [...codes.flatMap((code) => ['keydown', code]), ...codes.toReversed().flatMap((code) => ['keyup', code])], rig.env))

/** What the whole set of keycodes is called from now on; each key stays what it is. Some remote desktops name it otherwise than Xorg does. */
export async function nameKeycodes({ env }: Pick<Rig, 'env'>, name: string): Promise<void> {
  const [display = '', file] = [env['DISPLAY'], join(env['HOME'] ?? '', 'keyboard.xkb')]
  await runTool('xkbcomp', ['-w0', display, file], env)
  const keyboard = await readFile(file, 'utf8')
  await writeFile(file, keyboard.replace(/xkb_keycodes "[^"]*"/, `xkb_keycodes "${name}"`))
  await runTool('xkbcomp', ['-w0', file, display], env)
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
