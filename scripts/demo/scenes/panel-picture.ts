import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from '../../rig/part'
import type { Rig } from '../../rig/rig'
import { type Area, cropPng } from './crop-png'

/** The panel as it stands on the screen; null when no window of that name is to be seen. */
export async function picturePanel(rig: Rig): Promise<Buffer | null> {
  const area = await panelArea(rig)
  return area === null ? null : pictureArea(rig, area)
}

/** A part of the screen, whatever stands there. */
export async function pictureArea(rig: Rig, area: Area): Promise<Buffer> {
  const screen = join(rig.folder, 'screen.png')
  await rig.screenshot(screen)
  return cropPng(await readFile(screen), area)
}

/** Where the panel is; null when no window of that name is to be seen. */
export async function panelArea({ env }: Rig): Promise<Area | null> {
  const words = ['search', '--onlyvisible', '--name', '^Parley$', 'getwindowgeometry', '--shell']
  const answer = await runTool('xdotool', words, env).catch(() => '') // it finds none: exit code 1
  const value = (name: string) => Number(new RegExp(`^${name}=(-?\\d+)$`, 'm').exec(answer)?.[1] ?? NaN)
  const area = { x: value('X'), y: value('Y'), width: value('WIDTH'), height: value('HEIGHT') }
  return Object.values(area).every(Number.isInteger) ? area : null
}

