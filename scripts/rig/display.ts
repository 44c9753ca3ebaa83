import { join } from 'node:path'
import { firstLine, runTool, startPart, type Part, type RigEnv } from './part'

/** A private X server and a keyboard for it. */
export interface Display {
  readonly part: Part
  readonly name: string
}

const DISPLAY_DESCRIPTOR = 3

/** Xvfb picks a free number itself and names it only once it takes connections. Its picture lies in `folder` as a file. */
export async function startDisplay(folder: string, env: RigEnv): Promise<Display> {
  const args = ['-displayfd', String(DISPLAY_DESCRIPTOR), '-screen', '0', '1280x800x24', '-fbdir', folder, '-nolisten', 'tcp', '-noreset']
  const part = startPart('Xvfb', args, env, ['ignore', 'ignore', 'pipe', 'pipe'])
  return { part, name: `:${await firstLine(part, DISPLAY_DESCRIPTOR)}` }
}

/** Where Xvfb keeps the picture of its first screen (XWD). */
export const frameBuffer = (folder: string): string => join(folder, 'Xvfb_screen0')

/**
 * Modifier keys by their place on the keyboard (X keycode). By name xdotool adds the modifier the key stands for, and the right control
 * key would come together with the left one.
 */
const MODIFIER_CODES: Readonly<Record<string, string>> = {
  Control_L: '37', Control_R: '105', Shift_L: '50', Shift_R: '62', Alt_L: '64', Alt_R: '108', Super_L: '133', Super_R: '134',
}

/** Keys as XTest events: to everything that listens they are a person's. Names are X keysyms (`Control_R`, `ctrl+alt+h`). */
export const keyboard = (env: RigEnv) => {
  const press = (verb: string) => async (name: string): Promise<void> => { await runTool('xdotool', [verb, MODIFIER_CODES[name] ?? name], env) }
  return { keyDown: press('keydown'), keyUp: press('keyup'), tapKeys: press('key') }
}
